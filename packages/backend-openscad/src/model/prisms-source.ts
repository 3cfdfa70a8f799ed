/** The module `prism`, and the core's polygons in the plane. */
export const PRISMS_SOURCE: string = `// ---- Prisms, and polygons in the plane, counter-clockwise

// Two polygons of as many corners, joined corner by corner; counter-clockwise seen from where the other lies.
module prism(from, to) {
  count = len(from);
  polyhedron(
    concat(from, to),
    concat(
      [[for (i = [0 : count - 1]) i], [for (i = [0 : count - 1]) 2 * count - 1 - i]],
      [for (i = [0 : count - 1]) let (next = (i + 1) % count) each [
        [i, count + i, count + next],
        [i, count + next, next]]]));
}

// From one height to another; the upper end may be another polygon.
module standing(polygon, from, to, upper) {
  prism(at_height(polygon, from), at_height(is_undef(upper) ? polygon : upper, to));
}

function at_height(polygon, z) = [for (point = polygon) concat(point, z)];

// In a plane across y.
function upended(polygon, y) = [for (point = polygon) [point[0], y, point[1]]];

function rectangle(least, most) = [least, [most[0], least[1]], most, [least[0], most[1]]];

// Corners of a circle, from so many sides after +x on.
function ring(radius, sides, start = 0) =
  [for (i = [0 : sides - 1]) let (angle = 360 * (i + start) / sides) radius * [cos(angle), sin(angle)]];

// A polygon whose sides lie so much farther out.
function grown(polygon, by) =
  let (
    count = len(polygon),
    sides = [for (i = [0 : count - 1])
      let (along = polygon[(i + 1) % count] - polygon[i], out = [along[1], -along[0]] / norm(along))
      concat(out, out * polygon[i] + by)])
  [for (i = [0 : count - 1])
    let (a = sides[(i + count - 1) % count], b = sides[i])
    [a[2] * b[1] - b[2] * a[1], a[0] * b[2] - b[0] * a[2]] / (a[0] * b[1] - a[1] * b[0])];

// What of a polygon has a y of at most so much. Corners that fall together are one.
function below(polygon, most) =
  let (
    count = len(polygon),
    corners = [for (i = [0 : count - 1])
      let (point = polygon[i], next = polygon[(i + 1) % count], is_below = point[1] <= most)
      each concat(
        is_below ? [point] : [],
        is_below == (next[1] <= most) ? []
          : [[point[0] + (most - point[1]) / (next[1] - point[1]) * (next[0] - point[0]), most]])],
    last = len(corners) - 1)
  [for (i = [0 : last])
    let (apart = corners[i] - corners[i == 0 ? last : i - 1])
    if (abs(apart[0]) + abs(apart[1]) > 0.000001) corners[i]];`;
