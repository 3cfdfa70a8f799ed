import { IDENTITY } from '@neurofab/core/internal';
import { type Drawing, type DrawnPiece, INSTANCE, type InstanceBatch, type Range } from './drawing.ts';
import { offscreen } from './offscreen.ts';
import { program } from './program.ts';
import { ATTRIBUTES, INSTANCE_VERTEX, PLAIN_VERTEX, SHADING } from './shaders.ts';
import { store } from './store.ts';
import { VERTEX } from './triangles.ts';
import { unitMesh } from './unit-mesh.ts';

/** What draws on a canvas until its context is lost. */
export interface Renderer {
  /** Takes over what is drawn from now on, and lines on the ground. */
  upload(drawing: Drawing, lines: Float32Array): void;
  draw(view: View): void;
  /** Draws in steps of at most so many rods each, and shows it after the last. What is drawn in between ends it. */
  drawInSteps(view: View, rodsAtOnce: () => number): Generator<void>;
}

export interface View {
  readonly view: Float32Array;
  readonly projection: Float32Array;
  /** Whether edges are smooth. */
  readonly isSmooth: boolean;
  /** Whether rods are lines. */
  readonly isSketch: boolean;
  /** Whether what is round has half of its sides: most of the time goes by triangles. */
  readonly isCoarse: boolean;
  /** Whether the ground is seen through what stands on it. */
  readonly isGroundOnTop: boolean;
}

const MOST_SAMPLES = 4;

/** Sets apart what lies in one plane, up where it is seen from below and down elsewhere, in millimetres a rank: more than depths differ by chance, and less than is seen. */
const LIFT = 0.03;

/** Everything on the graphics card, to be made anew after a context was lost. */
export function createRenderer(gl: WebGL2RenderingContext): Renderer {
  const round = program(gl, INSTANCE_VERTEX);
  const plain = program(gl, PLAIN_VERTEX);
  const instances = store(gl);
  const vertices = store(gl);
  const indices = store(gl, gl.ELEMENT_ARRAY_BUFFER);
  const onGround = store(gl);
  const target = offscreen(gl);
  const samples = Math.min(MOST_SAMPLES, gl.getParameter(gl.MAX_SAMPLES) as number);
  const shapes = new Map<string, Shape>();
  let shown: Drawing | undefined;
  let lineVertices = 0;

  gl.enable(gl.DEPTH_TEST);
  gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
  gl.enableVertexAttribArray(ATTRIBUTES.position);
  gl.enableVertexAttribArray(ATTRIBUTES.color);

  return {
    upload(drawing, lines) {
      const { triangles } = drawing;
      shown = drawing;
      lineVertices = lines.length / VERTEX;
      instances.fill(drawing.instances, INSTANCE * drawing.instanceCount);
      vertices.fill(triangles.vertices, VERTEX * triangles.vertexCount);
      indices.fill(triangles.indices, triangles.indexCount);
      onGround.fill(lines, lines.length);
    },
    draw(view) {
      if (view.isSmooth) Array.from(drawInSteps(view, () => Infinity));
      else {
        gl.bindFramebuffer(gl.FRAMEBUFFER, null);
        Array.from(drawAll(view, () => Infinity));
      }
    },
    drawInSteps,
  };

  function* drawInSteps(view: View, rodsAtOnce: () => number): Generator<void> {
    target.bind(view.isSmooth ? samples : 0);
    yield* drawAll(view, rodsAtOnce);
    target.show();
  }

  function* drawAll(view: View, rodsAtOnce: () => number): Generator<void> {
    gl.viewport(0, 0, gl.drawingBufferWidth, gl.drawingBufferHeight);
    gl.clear(gl.COLOR_BUFFER_BIT | gl.DEPTH_BUFFER_BIT | gl.STENCIL_BUFFER_BIT);
    if (shown === undefined) return;
    for (const piece of shown.pieces) {
      for (const batch of piece.batches) {
        if (batch.kind === 'triangles') drawSolids(batch, piece, view);
        else if (batch.kind === 'balls') drawInstances(batch, piece, view);
        else if (view.isSketch) drawLines(batch, piece, view);
        else yield* drawRods(batch, piece, { view, rodsAtOnce });
      }
      for (const hole of piece.holes) drawHole(hole, piece, view);
    }
    drawGround(view);
  }

  function* drawRods(
    { first, count, ...batch }: InstanceBatch,
    piece: DrawnPiece,
    { view, rodsAtOnce }: { readonly view: View; readonly rodsAtOnce: () => number },
  ): Generator<void> {
    for (let done = 0; done < count; ) {
      const now = Math.min(rodsAtOnce(), count - done);
      drawInstances({ ...batch, first: first + done, count: now }, piece, view);
      done += now;
      yield;
    }
  }

  function drawInstances(batch: InstanceBatch, { placement, isCut }: DrawnPiece, view: View): void {
    const { kind, first, count, rank, isFaceted } = batch;
    const shading = isFaceted ? SHADING.flat : SHADING.smooth;
    round.use({
      ...view,
      placement,
      shading,
      lift: LIFT * rank,
      switches: { isBall: kind === 'balls', isCut, isFaceted },
    });
    const shape = shapeOf(view.isCoarse && !isFaceted ? coarse(batch) : batch);
    point(ATTRIBUTES.position, shape.corners, { size: 3, stride: 3 });
    const instance = { stride: INSTANCE, divisor: 1 };
    const start = INSTANCE * first;
    point(ATTRIBUTES.from, instances.buffer, { ...instance, size: 4, start });
    point(ATTRIBUTES.to, instances.buffer, { ...instance, size: 3, start: start + 4 });
    point(ATTRIBUTES.color, instances.buffer, { ...instance, start: start + 7 });
    gl.enableVertexAttribArray(ATTRIBUTES.from);
    gl.enableVertexAttribArray(ATTRIBUTES.to);
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, shape.indices);
    gl.enable(gl.CULL_FACE);
    gl.drawElementsInstanced(gl.TRIANGLES, shape.count, gl.UNSIGNED_INT, 0, count);
    gl.disable(gl.CULL_FACE);
    gl.disableVertexAttribArray(ATTRIBUTES.from);
    gl.disableVertexAttribArray(ATTRIBUTES.to);
  }

  function drawLines({ first, count }: Range, { placement }: DrawnPiece, view: View): void {
    plain.use({ ...view, placement, shading: SHADING.none, lift: 0 });
    bindPlain(instances.buffer);
    gl.drawArrays(gl.LINES, 2 * first, 2 * count);
  }

  function drawSolids(batch: Range, piece: DrawnPiece, view: View): void {
    if (piece.isClosed) gl.enable(gl.CULL_FACE);
    drawTriangles(batch, piece, view);
    gl.disable(gl.CULL_FACE);
  }

  function drawTriangles({ first, count, rank }: Range, { placement, isCut }: DrawnPiece, view: View): void {
    plain.use({ ...view, placement, shading: SHADING.flat, lift: (isCut ? LIFT : -LIFT) * rank });
    bindPlain(vertices.buffer);
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, indices.buffer);
    gl.drawElements(gl.TRIANGLES, count, gl.UNSIGNED_INT, 4 * first);
  }

  /**
   * Takes solids away where their front is seen, which is where it lies in the surface around it: there what is behind is forgotten, and
   * their back is drawn instead.
   */
  function drawHole(hole: Range, piece: DrawnPiece, view: View): void {
    gl.enable(gl.STENCIL_TEST);
    gl.enable(gl.CULL_FACE);
    // It lies in the plane of what is around it, and goes first.
    gl.enable(gl.POLYGON_OFFSET_FILL);
    gl.polygonOffset(-0.25, -2);
    gl.colorMask(false, false, false, false);
    gl.depthMask(false);
    gl.stencilFunc(gl.ALWAYS, 1, 1);
    gl.stencilOp(gl.KEEP, gl.KEEP, gl.REPLACE);
    drawTriangles(hole, piece, view);
    gl.depthMask(true);
    gl.disable(gl.POLYGON_OFFSET_FILL);
    gl.stencilFunc(gl.EQUAL, 1, 1);
    gl.stencilOp(gl.KEEP, gl.KEEP, gl.KEEP);
    gl.depthFunc(gl.ALWAYS);
    gl.depthRange(1, 1);
    drawTriangles(hole, piece, view);
    gl.depthRange(0, 1);
    gl.depthFunc(gl.LESS);
    gl.colorMask(true, true, true, true);
    gl.cullFace(gl.FRONT);
    drawTriangles(hole, piece, view);
    gl.cullFace(gl.BACK);
    gl.clear(gl.STENCIL_BUFFER_BIT);
    gl.disable(gl.CULL_FACE);
    gl.disable(gl.STENCIL_TEST);
  }

  function drawGround(view: View): void {
    plain.use({ ...view, placement: IDENTITY, shading: SHADING.none, lift: 0 });
    bindPlain(onGround.buffer);
    gl.enable(gl.BLEND);
    gl.depthMask(false);
    gl.depthFunc(view.isGroundOnTop ? gl.ALWAYS : gl.LESS);
    gl.drawArrays(gl.LINES, 0, lineVertices);
    gl.depthFunc(gl.LESS);
    gl.depthMask(true);
    gl.disable(gl.BLEND);
  }

  function bindPlain(buffer: WebGLBuffer): void {
    point(ATTRIBUTES.position, buffer, { size: 3, stride: VERTEX });
    point(ATTRIBUTES.color, buffer, { stride: VERTEX, start: 3 });
  }

  /** Says where in a buffer an attribute is; without a size it is a colour. */
  function point(
    attribute: number,
    buffer: WebGLBuffer,
    {
      size,
      stride,
      start = 0,
      divisor = 0,
    }: { size?: number; stride: number; start?: number; divisor?: number },
  ): void {
    gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
    if (size === undefined)
      gl.vertexAttribPointer(attribute, 4, gl.UNSIGNED_BYTE, true, 4 * stride, 4 * start);
    else gl.vertexAttribPointer(attribute, size, gl.FLOAT, false, 4 * stride, 4 * start);
    gl.vertexAttribDivisor(attribute, divisor);
  }

  function shapeOf(batch: InstanceBatch): Shape {
    const key = `${batch.segments} ${batch.rings} ${batch.isFaceted}`;
    const known = shapes.get(key);
    if (known !== undefined) return known;
    const mesh = unitMesh(batch);
    const [corners, order] = [store(gl), store(gl, gl.ELEMENT_ARRAY_BUFFER)];
    corners.fill(mesh.positions, mesh.positions.length);
    order.fill(mesh.indices, mesh.indices.length);
    const shape = { corners: corners.buffer, indices: order.buffer, count: mesh.indices.length };
    shapes.set(key, shape);
    return shape;
  }
}

/** A unit mesh on the graphics card. */
interface Shape {
  readonly corners: WebGLBuffer;
  readonly indices: WebGLBuffer;
  readonly count: number;
}

function coarse({ segments, rings, ...batch }: InstanceBatch): InstanceBatch {
  return { ...batch, segments: segments / 2, rings: rings / 2 };
}
