/**
 * Waits until all that was handed to the graphics card is done, and says whether it was within so many milliseconds. When this thread is
 * busy and looks late, it was.
 */
export function isDoneWithin(gl: WebGL2RenderingContext, milliseconds: number): Promise<boolean> {
  const sync = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
  if (sync === null) return Promise.resolve(true);
  gl.flush();
  return new Promise((resolve) => {
    const look = (isInTime: boolean) => {
      const isDone = gl.isContextLost() || gl.getSyncParameter(sync, gl.SYNC_STATUS) === gl.SIGNALED;
      if (!isDone) {
        setTimeout(look, milliseconds, false);
        return;
      }
      gl.deleteSync(sync);
      resolve(isInTime);
    };
    setTimeout(look, milliseconds, true);
  });
}
