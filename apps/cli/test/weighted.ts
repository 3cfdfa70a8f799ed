/** Signs, missing connections, weights of 0 and too small to be drawn, an ellipsis, and a name that is no word. */
export const WEIGHTED = {
  layers: [{ name: 'conv1/kernel:0', size: 784, shown: [0, 1, '…', 783] }, 3, 2],
  weights: [
    [
      [0.9, -0.7, 0.3],
      [null, 0.6, -0.01],
      [-1.1, 0, 0.45],
    ],
    [
      [1, -0.8, 0.5],
      [-0.3, 0.2, null],
    ],
  ],
  resolution: { segments: 16 },
};
