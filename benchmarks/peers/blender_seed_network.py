"""The seed network with the operators that its document uses, in the same order: every ball and rod added as an object."""

import math

import bpy

LAYERS = [3, 6, 6, 4, 2]
NODE_RADIUS = 2
SEGMENTS = 100

nodes = [
    [(16 * layer, 0, 8 * (node - (count - 1) / 2)) for node in range(count)]
    for layer, count in enumerate(LAYERS)
]

for layer in nodes:
    for center in layer:
        bpy.ops.mesh.primitive_uv_sphere_add(
            segments=SEGMENTS, ring_count=SEGMENTS, radius=NODE_RADIUS, location=center
        )

for left, right in zip(nodes, nodes[1:]):
    for start in left:
        for end in right:
            step = [b - a for a, b in zip(start, end)]
            length = math.sqrt(sum(value * value for value in step))
            bpy.ops.mesh.primitive_cylinder_add(
                vertices=SEGMENTS,
                radius=NODE_RADIUS / 4,
                depth=length,
                location=[(a + b) / 2 for a, b in zip(start, end)],
                calc_uvs=False,
            )
            bpy.context.object.rotation_euler[1] = math.acos(step[2] / length)
            bpy.context.object.rotation_euler[2] = math.atan2(step[1], step[0])

bpy.ops.mesh.primitive_cylinder_add(
    vertices=SEGMENTS * SEGMENTS,
    radius=len(LAYERS) ** 2,
    depth=NODE_RADIUS / 2,
    location=(32, 0, -22),
)
