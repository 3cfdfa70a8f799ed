"""Runs a script in an empty Blender scene and exports what it made:
blender --background --factory-startup --python blender_run.py -- SCRIPT FILE"""

import sys

import bpy

script, target = sys.argv[sys.argv.index("--") + 1 :]

# The scene that Blender starts with holds a cube.
for thing in list(bpy.data.objects):
    bpy.data.objects.remove(thing)

with open(script, encoding="utf-8") as source:
    exec(compile(source.read(), script, "exec"), {"__name__": "__main__"})

# Blender 4.2 gave up the add-on that wrote STL.
if bpy.app.version >= (4, 2, 0):
    bpy.ops.wm.stl_export(filepath=target, ascii_format=False)
else:
    bpy.ops.preferences.addon_enable(module="io_mesh_stl")
    bpy.ops.export_mesh.stl(filepath=target, ascii=False)
