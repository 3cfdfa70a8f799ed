import { Builder } from 'flatbuffers';

/** Types of tensors, as schema.fbs numbers them. */
export const TYPE = { float32: 0, float16: 1, int32: 2, int64: 4, text: 5, int8: 9 };

/** Some operators, as schema.fbs numbers them. */
export const OPERATOR = {
  ADD: 0,
  CONV_2D: 3,
  DEQUANTIZE: 6,
  EMBEDDING_LOOKUP: 7,
  FULLY_CONNECTED: 9,
  LOGISTIC: 14,
  LSTM: 16,
  MUL: 18,
  RESHAPE: 22,
  SOFTMAX: 25,
  GATHER: 36,
  SUB: 41,
  TOPK_V2: 48,
  ARG_MAX: 56,
  QUANTIZE: 114,
  HARD_SWISH: 117,
  WHILE: 119,
  BATCH_MATMUL: 126,
  GELU: 150,
};

/** Activations that are part of an operator. */
export const FUSED = { none: 0, relu: 1, tanh: 4 };

/** The flatbuffer: offsets lead forwards, so what is led to is written first. */
export function tfliteModel({ tensors, operators, inputs, outputs }) {
  const builder = new Builder(1024);
  const used = [...new Set(operators.map(({ operator }) => operator))];
  const codes = used.map((code) =>
    table(builder, 4, () => {
      // Codes from 127 on stand in the later field alone.
      builder.addFieldInt8(0, Math.min(code, 127), 0);
      builder.addFieldInt32(2, 1, 1);
      builder.addFieldInt32(3, code, 0);
    }),
  );
  const empty = table(builder, 1, () => {});
  const buffers = [empty];
  const tensorOffsets = tensors.map(({ name, shape, type, data, scale, zero }) => {
    if (data !== undefined) {
      const bytes = vector(builder, 1, data, (byte) => builder.addInt8(byte), 16);
      buffers.push(table(builder, 1, () => builder.addFieldOffset(0, bytes, 0)));
    }
    const buffer = data === undefined ? 0 : buffers.length - 1;
    const label = builder.createString(name);
    const sizes = vector(builder, 4, shape, (size) => builder.addInt32(size));
    const quantisation = scale === undefined ? 0 : quantised(builder, { scale, zero });
    return table(builder, 8, () => {
      builder.addFieldOffset(0, sizes, 0);
      builder.addFieldInt8(1, type, 0);
      builder.addFieldInt32(2, buffer, 0);
      builder.addFieldOffset(3, label, 0);
      builder.addFieldOffset(4, quantisation, 0);
    });
  });
  const operatorOffsets = operators.map(({ operator, inputs: from, outputs: to, fused, format = 0 }) => {
    const options =
      fused === undefined
        ? 0
        : table(builder, 2, () => {
            builder.addFieldInt8(0, fused, 0);
            builder.addFieldInt8(1, format, 0);
          });
    const fromOffset = vector(builder, 4, from, (place) => builder.addInt32(place));
    const toOffset = vector(builder, 4, to, (place) => builder.addInt32(place));
    return table(builder, 5, () => {
      builder.addFieldInt32(0, used.indexOf(operator), 0);
      builder.addFieldOffset(1, fromOffset, 0);
      builder.addFieldOffset(2, toOffset, 0);
      builder.addFieldInt8(3, options === 0 ? 0 : 8, 0);
      builder.addFieldOffset(4, options, 0);
    });
  });
  const offsets = (places) => vector(builder, 4, places, (place) => builder.addOffset(place));
  const [tensorsOffset, operatorsOffset, codesOffset, buffersOffset] = [
    tensorOffsets,
    operatorOffsets,
    codes,
    buffers,
  ].map(offsets);
  const inputsOffset = vector(builder, 4, inputs, (place) => builder.addInt32(place));
  const outputsOffset = vector(builder, 4, outputs, (place) => builder.addInt32(place));
  const graph = table(builder, 4, () => {
    builder.addFieldOffset(0, tensorsOffset, 0);
    builder.addFieldOffset(1, inputsOffset, 0);
    builder.addFieldOffset(2, outputsOffset, 0);
    builder.addFieldOffset(3, operatorsOffset, 0);
  });
  const graphs = offsets([graph]);
  const description = builder.createString('made with flatbuffers.');
  const model = table(builder, 5, () => {
    builder.addFieldInt32(0, 3, 0);
    builder.addFieldOffset(1, codesOffset, 0);
    builder.addFieldOffset(2, graphs, 0);
    builder.addFieldOffset(3, description, 0);
    builder.addFieldOffset(4, buffersOffset, 0);
  });
  builder.finish(model, 'TFL3');
  return builder.asUint8Array();
}

function quantised(builder, { scale, zero }) {
  const scales = vector(builder, 4, scale, (number) => builder.addFloat32(number));
  const zeros = vector(builder, 8, zero, (number) => builder.addInt64(BigInt(number)));
  return table(builder, 7, () => {
    builder.addFieldOffset(2, scales, 0);
    builder.addFieldOffset(3, zeros, 0);
  });
}

function table(builder, fields, fill) {
  builder.startObject(fields);
  fill();
  return builder.endObject();
}

/** Written from its end. */
function vector(builder, size, items, add, alignment = size) {
  builder.startVector(size, items.length, alignment);
  for (const item of [...items].reverse()) add(item);
  return builder.endVector();
}
