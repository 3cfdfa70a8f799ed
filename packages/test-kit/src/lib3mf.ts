import lib3mf, { type Handle, type Model } from '@3mfconsortium/lib3mf';

/** What lib3mf, the 3MF Consortium's own reader, makes of a package in strict mode. */
export interface Lib3mfVerdict {
  readonly warnings: number;
  readonly metadata: Readonly<Record<string, string>>;
  readonly materials: readonly { readonly name: string; readonly color: string }[];
  readonly meshes: readonly {
    readonly name: string;
    readonly vertices: number;
    readonly triangles: number;
    /** lib3mf says so of an inside-out mesh too. */
    readonly manifoldAndOriented: boolean;
    /** How many triangles have each material, in the order of the materials. */
    readonly trianglesPerMaterial: readonly number[];
  }[];
  readonly items: number;
}

const PATH = '/judged.3mf';

/** Asks lib3mf in strict mode, which throws an error that says why when it refuses the package. */
export async function askLib3mf(bytes: Uint8Array): Promise<Lib3mfVerdict> {
  const library = await lib3mf();
  const handles: Handle[] = [];
  const own: Own = (handle) => {
    handles.push(handle);
    return handle;
  };
  try {
    library.FS.writeFile(PATH, bytes);
    const model = own(own(new library.CWrapper()).CreateModel());
    const reader = own(model.QueryReader('3mf'));
    reader.SetStrictModeActive(true);
    reader.ReadFromFile(PATH);
    const materials = materialsOf(model, own);
    return {
      warnings: reader.GetWarningCount(),
      metadata: metadataOf(model, own),
      materials,
      meshes: meshesOf(model, materials.length, own),
      items: countItems(model, own),
    };
  } finally {
    for (const handle of handles.reverse()) handle.delete();
  }
}

/** Remembers what is to be deleted in the end: lib3mf writes to the console about what is not. */
type Own = <Owned extends Handle>(handle: Owned) => Owned;

function metadataOf(model: Model, own: Own): Record<string, string> {
  const group = own(model.GetMetaDataGroup());
  const entries = Array.from({ length: group.GetMetaDataCount() }, (_, i) => own(group.GetMetaData(i)));
  return Object.fromEntries(entries.map((entry) => [entry.GetName(), entry.GetValue()]));
}

function materialsOf(model: Model, own: Own): Lib3mfVerdict['materials'] {
  const materials: { name: string; color: string }[] = [];
  const groups = own(model.GetBaseMaterialGroups());
  while (groups.MoveNext()) {
    const group = own(groups.GetCurrentBaseMaterialGroup());
    for (let id = 1; id <= group.GetCount(); id++) {
      const color = own(group.GetDisplayColor(id));
      const channels = [color.get_Red(), color.get_Green(), color.get_Blue(), color.get_Alpha()];
      const hex = channels.map((channel) => channel.toString(16).padStart(2, '0')).join('');
      materials.push({ name: group.GetName(id), color: `#${hex.toUpperCase()}` });
    }
  }
  return materials;
}

function meshesOf(model: Model, materials: number, own: Own): Lib3mfVerdict['meshes'] {
  const meshes: Lib3mfVerdict['meshes'][number][] = [];
  const objects = own(model.GetMeshObjects());
  while (objects.MoveNext()) {
    const mesh = own(objects.GetCurrentMeshObject());
    const triangles = mesh.GetTriangleCount();
    const trianglesPerMaterial = Array.from({ length: materials }, () => 0);
    for (let i = 0; i < triangles; i++) {
      const { Property: property } = mesh.GetTriangleProperties(i);
      trianglesPerMaterial[property.get_PropertyIDs0() - 1]!++;
      property.delete();
    }
    meshes.push({
      name: mesh.GetName(),
      vertices: mesh.GetVertexCount(),
      triangles,
      manifoldAndOriented: mesh.IsManifoldAndOriented(),
      trianglesPerMaterial,
    });
  }
  return meshes;
}

function countItems(model: Model, own: Own): number {
  const items = own(model.GetBuildItems());
  let count = 0;
  while (items.MoveNext()) count++;
  return count;
}
