import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ask, inFolder } from './judge.ts';

/** An object as Cura's own parser has it. */
export interface SavitarNode {
  readonly name: string;
  /** Twelve numbers as they stand in the file; empty when there are none. */
  readonly transformation: string;
  /** Cura's settings for this object: `{ extruder_nr: '0' }`. */
  readonly settings: Readonly<Record<string, string>>;
  readonly vertices: number;
  readonly triangles: number;
  readonly children: readonly SavitarNode[];
}

// It reads the model by its name and never the relationships, as Cura's 3MFReader does. Points are three float32, faces
// three int32.
const SCRIPT = `
import json, sys, zipfile, Savitar

def tell(node):
    mesh = node.getMeshData()
    return {
        'name': node.getName(),
        'transformation': node.getTransformation(),
        'settings': {key: entry.value for key, entry in node.getSettings().items()},
        'vertices': len(mesh.getVerticesAsBytes()) // 12,
        'triangles': len(mesh.getFacesAsBytes()) // 12,
        'children': [tell(child) for child in node.getChildren()],
    }

with zipfile.ZipFile(sys.argv[1]) as package:
    model = package.read('3D/3dmodel.model').decode()
scene = Savitar.ThreeMFParser().parse(model)
json.dump([tell(node) for node in scene.getSceneNodes()], sys.stdout)
`;

/**
 * Has Cura's own parser read a 3MF, and gives a node for each build item. It is lenient: it knows its settings by the prefix
 * `cura` as well as by the namespace, and reads malformed XML as far as it can.
 */
export async function askSavitar(bytes: Uint8Array): Promise<SavitarNode[]> {
  return inFolder(async (folder) => {
    const path = join(folder, 'in.3mf');
    writeFileSync(path, bytes);
    const { exitCode, stdout, stderr } = await ask('python3-savitar', ['-c', SCRIPT, path]);
    if (exitCode !== 0) throw new Error(`Savitar ended with ${exitCode}:\n${stderr}`);
    return JSON.parse(stdout);
  });
}
