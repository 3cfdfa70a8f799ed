const MOST_SAMPLES = 4;

/**
 * Gives what draws with several samples a pixel. A context's own would be there in every frame, and where a processor draws they take two
 * thirds of the time.
 */
export function smoothEdges(gl: WebGL2RenderingContext): (draw: () => void) => void {
  const samples = Math.min(MOST_SAMPLES, gl.getParameter(gl.MAX_SAMPLES) as number);
  const framebuffer = gl.createFramebuffer();
  const attachments = [
    { point: gl.COLOR_ATTACHMENT0, format: gl.RGBA8, buffer: gl.createRenderbuffer() },
    { point: gl.DEPTH_STENCIL_ATTACHMENT, format: gl.DEPTH24_STENCIL8, buffer: gl.createRenderbuffer() },
  ];
  let size = '';
  return (draw) => {
    const { drawingBufferWidth: width, drawingBufferHeight: height } = gl;
    gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
    if (size !== `${width} ${height}`) {
      size = `${width} ${height}`;
      for (const { point, format, buffer } of attachments) {
        gl.bindRenderbuffer(gl.RENDERBUFFER, buffer);
        gl.renderbufferStorageMultisample(gl.RENDERBUFFER, samples, format, width, height);
        gl.framebufferRenderbuffer(gl.FRAMEBUFFER, point, gl.RENDERBUFFER, buffer);
      }
    }
    draw();
    gl.bindFramebuffer(gl.DRAW_FRAMEBUFFER, null);
    gl.blitFramebuffer(0, 0, width, height, 0, 0, width, height, gl.COLOR_BUFFER_BIT, gl.NEAREST);
    gl.bindFramebuffer(gl.FRAMEBUFFER, null);
  };
}
