/** Longer than this a frame must not take, in milliseconds. */
const SLOW = 50;

/**
 * Gives what is to be called after each frame is handed to the graphics card; it says so when two on end were not done in time. One that is
 * asked late, since this thread was busy, counts as done.
 */
export function watchFrames(gl: WebGL2RenderingContext, onSlow: () => void): () => void {
  // The first one waits for shaders to be compiled.
  let slow = -1;
  let isWatching = false;
  return () => {
    if (isWatching) return;
    const sync = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
    if (sync === null) return;
    isWatching = true;
    gl.flush();
    let isLate = false;
    const ask = () => {
      if (!gl.isContextLost() && gl.getSyncParameter(sync, gl.SYNC_STATUS) === gl.UNSIGNALED) {
        isLate = true;
        setTimeout(ask, SLOW);
        return;
      }
      gl.deleteSync(sync);
      isWatching = false;
      slow = isLate ? slow + 1 : 0;
      if (slow === 2) onSlow();
    };
    setTimeout(ask, SLOW);
  };
}
