/**
 * Gives what is to be called after each frame is handed to the graphics card, with the milliseconds that it may take; `onSlow` is called
 * when two on end took longer. One that is looked at late, since this thread was busy, counts as done in time.
 */
export function watchFrames(
  gl: WebGL2RenderingContext,
  onSlow: () => void,
): (limitMilliseconds: number) => void {
  // The first one waits for shaders to be compiled.
  let slow = -1;
  let isWatching = false;
  return (limitMilliseconds) => {
    const sync = isWatching ? null : gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
    if (sync === null) return;
    isWatching = true;
    gl.flush();
    let isLate = false;
    const look = () => {
      if (!gl.isContextLost() && gl.getSyncParameter(sync, gl.SYNC_STATUS) === gl.UNSIGNALED) {
        isLate = true;
        setTimeout(look, limitMilliseconds);
        return;
      }
      gl.deleteSync(sync);
      isWatching = false;
      slow = isLate ? slow + 1 : 0;
      if (slow < 2) return;
      slow = 0;
      onSlow();
    };
    setTimeout(look, limitMilliseconds);
  };
}
