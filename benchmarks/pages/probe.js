// Runs in pages before anything of their own, and measures there, in milliseconds.
const { prototype } = WebGL2RenderingContext;
const { drawElementsInstanced } = prototype;
const firstPicture = new Promise((resolve) => {
  prototype.drawElementsInstanced = function (...given) {
    prototype.drawElementsInstanced = drawElementsInstanced;
    drawElementsInstanced.apply(this, given);
    // At the end of the frame. Reading a pixel waits until all of it is drawn.
    queueMicrotask(() => {
      this.bindFramebuffer(this.READ_FRAMEBUFFER, null);
      this.readPixels(0, 0, 1, 1, this.RGBA, this.UNSIGNED_BYTE, new Uint8Array(4));
      resolve(performance.now());
    });
  };
});

globalThis.probe = {
  /** From the navigation to the first frame with a model in it. */
  firstPicture: () => firstPicture,

  /** How long the page is busy with an event of the slider, the frame that follows from it included. */
  async slide() {
    const frameBegins = nextFrame();
    const start = performance.now();
    moveSlider();
    const handled = performance.now() - start;
    const frameEnds = nextFrame();
    return handled + (await frameEnds) - (await frameBegins);
  },

  /** From frame to frame while the slider is dragged: so long at most are all but a twentieth of so many. */
  async drag(frames) {
    const gaps = [];
    let before = await new Promise(requestAnimationFrame);
    while (gaps.length < frames) {
      moveSlider();
      const now = await new Promise(requestAnimationFrame);
      gaps.push(now - before);
      before = now;
    }
    return gaps.sort((a, b) => a - b)[Math.ceil(0.95 * frames) - 1];
  },
};

/** When it is this one's turn in the next frame: turns come in the order in which they were asked for. */
function nextFrame() {
  return new Promise((resolve) => requestAnimationFrame(() => resolve(performance.now())));
}

let usual;
let moves = 0;

/** A step on, in circles of ten just below the usual radius, where every one can be made. */
function moveSlider() {
  const slider = document.querySelector('#field-nodeRadius');
  usual ??= Number(slider.value);
  slider.value = usual - (moves++ % 10) * Number(slider.step);
  slider.dispatchEvent(new Event('input', { bubbles: true }));
}
