/** How the fragment shader knows how a surface lies. */
export const SHADING = { smooth: 0, flat: 1, none: 2 } as const;

/** Where vertices have what they carry. */
export const ATTRIBUTES = { position: 0, from: 1, to: 2, color: 3 } as const;

const COMMON = `#version 300 es
precision highp float;
uniform mat4 placement, view, projection;
layout(location = ${ATTRIBUTES.color}) in vec4 color;
flat out vec4 paint;
out vec3 seen;
out vec3 normal;
out float height;
void show(vec3 at) {
  paint = color;
  vec4 point = view * (placement * vec4(at, 1));
  seen = point.xyz;
  gl_Position = projection * point;
}
`;

/** Balls and rods from corners of a unit one. What would lie under the bed of a piece that is cut there lies on it. */
export const INSTANCE_VERTEX: string = `${COMMON}
uniform bool isBall, isCut, isFaceted;
layout(location = ${ATTRIBUTES.position}) in vec3 corner;
layout(location = ${ATTRIBUTES.from}) in vec4 from;
layout(location = ${ATTRIBUTES.to}) in vec3 to;
void main() {
  vec3 center = from.xyz;
  float radius = from.w;
  vec3 offset = radius * corner;
  if (!isBall) {
    vec3 axis = normalize(to - from.xyz);
    vec3 across = normalize(cross(abs(axis.y) < 0.9 ? vec3(0, 1, 0) : vec3(1, 0, 0), axis));
    center = mix(from.xyz, to, corner.z);
    offset = radius * (corner.x * across + corner.y * cross(axis, across));
  }
  height = 1.0;
  if (isCut) {
    if (center.z + offset.z < 0.0) {
      float wide = length(offset.xy);
      float edge = sqrt(max(0.0, radius * radius - center.z * center.z));
      if (!isFaceted) offset.xy *= wide > 0.001 * radius ? edge / wide : 0.0;
      offset.z = -center.z;
    }
    height = center.z + offset.z;
  }
  normal = mat3(view) * (mat3(placement) * offset);
  show(center + offset);
}`;

/** Triangles and lines as they are. */
export const PLAIN_VERTEX: string = `${COMMON}
layout(location = ${ATTRIBUTES.position}) in vec3 position;
void main() {
  height = 1.0;
  normal = vec3(0);
  show(position);
}`;

/**
 * A lamp high up on the left of the viewer, as in the pictures of files: light wraps around, and surfaces that turn away are darker, which
 * sets apart what crosses. All of it multiplies, so that hues stay. Squares are near enough to sRGB's curve.
 */
export const FRAGMENT: string = `#version 300 es
precision highp float;
uniform int shading;
flat in vec4 paint;
in vec3 seen;
in vec3 normal;
in float height;
out vec4 pixel;
void main() {
  pixel = paint;
  if (shading == ${SHADING.none}) return;
  // The face of a cut is plane.
  bool isPlane = shading == ${SHADING.flat} || height < 0.0001;
  vec3 facing = normalize(isPlane ? cross(dFdx(seen), dFdy(seen)) : normal);
  float away = 1.0 - max(0.0, dot(facing, -normalize(seen)));
  float light = (0.1 + 1.05 * (0.5 + 0.5 * dot(facing, vec3(-2, 6, 3) / 7.0))) * (1.0 - 0.7 * away * away);
  pixel.rgb = sqrt(min(vec3(1), light * (0.012 + 0.988 * paint.rgb * paint.rgb)));
}`;
