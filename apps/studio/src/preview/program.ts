import type { Placement } from '@neurofab/core';
import { FRAGMENT, type SHADING } from './shaders.ts';

/** A program on the graphics card. */
export interface Program {
  use(settings: ProgramSettings): void;
}

export interface ProgramSettings {
  readonly placement: Placement;
  readonly view: Float32Array;
  readonly projection: Float32Array;
  readonly shading: (typeof SHADING)[keyof typeof SHADING];
  /** The rest, by name; those that are left out stay as they were. */
  readonly switches?: Readonly<Record<string, boolean>>;
}

/** Compiles a vertex shader with the one fragment shader that there is. */
export function program(gl: WebGL2RenderingContext, vertexShader: string): Program {
  const linked = gl.createProgram();
  for (const [type, source] of [
    [gl.VERTEX_SHADER, vertexShader],
    [gl.FRAGMENT_SHADER, FRAGMENT],
  ] as const) {
    const shader = gl.createShader(type) as WebGLShader;
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(linked, shader);
  }
  gl.linkProgram(linked);
  const locations = new Map<string, WebGLUniformLocation | null>();
  const at = (name: string) => {
    if (!locations.has(name)) locations.set(name, gl.getUniformLocation(linked, name));
    return locations.get(name) as WebGLUniformLocation | null;
  };
  return {
    use({ placement, view, projection, shading, switches = {} }) {
      gl.useProgram(linked);
      gl.uniformMatrix4fv(at('placement'), false, columnsOf(placement));
      gl.uniformMatrix4fv(at('view'), false, view);
      gl.uniformMatrix4fv(at('projection'), false, projection);
      gl.uniform1i(at('shading'), shading);
      for (const [name, isOn] of Object.entries(switches)) gl.uniform1i(at(name), isOn ? 1 : 0);
    },
  };
}

/** Rows that points are multiplied with from the left are columns for those on the right. */
function columnsOf([ax, ay, az, bx, by, bz, cx, cy, cz, dx, dy, dz]: Placement): Float32Array {
  return Float32Array.of(ax, ay, az, 0, bx, by, bz, 0, cx, cy, cz, 0, dx, dy, dz, 1);
}
