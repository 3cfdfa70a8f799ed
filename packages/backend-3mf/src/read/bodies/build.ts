import { fileFault } from '../file-fault.ts';
import type { ModelObject, ModelPart, Reference } from '../model/model-part.ts';
import type { ObjectSettings, Settings } from '../slicer/slicer-settings.ts';

/** The models of a package, and what slicers keep beside them. */
export interface Build {
  /** The model whose items are built. */
  readonly root: ModelPart;
  /** By the names of their members in lower case. */
  readonly models: ReadonlyMap<string, ModelPart>;
  readonly prusa: Settings;
  readonly bambu: Settings;
}

/** An object and the model that it is in. */
export interface Found {
  readonly model: ModelPart;
  readonly object: ModelObject;
}

/** The object that an item or component means. */
export function findObject({ models }: Build, { member, objectId }: Reference): Found {
  const model = models.get(member.toLowerCase())!;
  const object = model.objects.get(objectId);
  if (object !== undefined) return { model, object };
  throw fileFault(model.member, `has no object ${objectId}, although that is to be built`);
}

/** What PrusaSlicer says of a mesh object; it speaks of those in the root model alone. */
export function prusaSettings({ root, prusa }: Build, { model, object }: Found): ObjectSettings | undefined {
  return model === root ? prusa.get(object.id) : undefined;
}
