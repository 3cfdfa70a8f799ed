/** What is drawn on before it is shown. */
export interface Offscreen {
  /** Draws there from now on, with so many samples a pixel, 0 for one. */
  bind(samples: number): void;
  show(): void;
}

/**
 * A picture as large as the canvas. It has several samples a pixel where edges are to be smooth: those of a context would be there in every
 * frame, and where a processor draws they take two thirds of the time.
 */
export function offscreen(gl: WebGL2RenderingContext): Offscreen {
  const framebuffer = gl.createFramebuffer();
  const attachments = [
    { point: gl.COLOR_ATTACHMENT0, format: gl.RGBA8, buffer: gl.createRenderbuffer() },
    { point: gl.DEPTH_STENCIL_ATTACHMENT, format: gl.DEPTH24_STENCIL8, buffer: gl.createRenderbuffer() },
  ];
  let made = '';
  return {
    bind(samples) {
      const { drawingBufferWidth: width, drawingBufferHeight: height } = gl;
      const wanted = `${width} ${height} ${samples}`;
      gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
      if (made === wanted) return;
      made = wanted;
      for (const { point, format, buffer } of attachments) {
        gl.bindRenderbuffer(gl.RENDERBUFFER, buffer);
        gl.renderbufferStorageMultisample(gl.RENDERBUFFER, samples, format, width, height);
        gl.framebufferRenderbuffer(gl.FRAMEBUFFER, point, gl.RENDERBUFFER, buffer);
      }
    },
    show() {
      const { drawingBufferWidth: width, drawingBufferHeight: height } = gl;
      gl.bindFramebuffer(gl.DRAW_FRAMEBUFFER, null);
      gl.blitFramebuffer(0, 0, width, height, 0, 0, width, height, gl.COLOR_BUFFER_BIT, gl.NEAREST);
    },
  };
}
