/** A buffer on the graphics card that grows. */
export interface Store {
  readonly buffer: WebGLBuffer;
  /** Takes over the first numbers of an array, at the rate of memory: room is made for the whole array, which is as long as the next may be. */
  fill(numbers: Float32Array | Uint32Array, count: number): void;
}

/** An empty one, of vertices if nothing else is said. */
export function store(gl: WebGL2RenderingContext, target: GLenum = gl.ARRAY_BUFFER): Store {
  const buffer = gl.createBuffer();
  let bytes = 0;
  return {
    buffer,
    fill(numbers, count) {
      gl.bindBuffer(target, buffer);
      if (numbers.byteLength > bytes) {
        bytes = numbers.byteLength;
        gl.bufferData(target, bytes, gl.DYNAMIC_DRAW);
      }
      gl.bufferSubData(target, 0, numbers, 0, count);
    },
  };
}
