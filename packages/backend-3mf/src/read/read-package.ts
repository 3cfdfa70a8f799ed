import { FileError, type ModelFile } from '@neurofab/core';
import type { Build } from './bodies/build.ts';
import { buildBodies } from './bodies/build-bodies.ts';
import { fileFault, quote } from './file-fault.ts';
import type { ModelPart } from './model/model-part.ts';
import { readModelPart } from './model/read-model-part.ts';
import type { Package } from './package/open-package.ts';
import { readDocument } from './package/read-document.ts';
import { BAMBU_SETTINGS, PRUSA_SETTINGS, readSlicerSettings } from './slicer/slicer-settings.ts';

/** What a package holds, wherever its members come from. */
export async function readPackage(source: Package): Promise<ModelFile> {
  const { root, models } = await readModels(source, await findModel(source));
  const build: Build = {
    root,
    models,
    prusa: await readSlicerSettings(source, PRUSA_SETTINGS),
    bambu: await readSlicerSettings(source, BAMBU_SETTINGS),
  };
  return {
    format: '3MF',
    bodies: buildBodies(build),
    ...(root.recipe !== undefined && { recipe: root.recipe }),
  };
}

const RELATIONSHIPS = '_rels/.rels';
const MODEL_RELATIONSHIP = 'http://schemas.microsoft.com/3dmanufacturing/2013/01/3dmodel';
const USUAL_MODEL = '3D/3dmodel.model';

async function findModel(source: Package): Promise<string> {
  if (source.has(RELATIONSHIPS)) {
    const { children } = await readDocument(source, RELATIONSHIPS);
    const relationship = children.find(({ attributes }) => attributes.get('Type') === MODEL_RELATIONSHIP);
    const target = relationship?.attributes.get('Target');
    if (target !== undefined) {
      const member = target.replace(/^\//, '');
      if (source.has(member)) return member;
      throw fileFault(RELATIONSHIPS, `says that the model is ${quote(target)}, but there is no such member`);
    }
  }
  if (source.has(USUAL_MODEL)) return USUAL_MODEL;
  throw new FileError(
    `This is a zip archive but no 3MF file: neither does ${RELATIONSHIPS} name a 3D model, nor is there a ${USUAL_MODEL}.`,
  );
}

/** Reads the root model, and every other whose objects it or they use. */
async function readModels(source: Package, member: string): Promise<Pick<Build, 'root' | 'models'>> {
  const root = await readModelPart(source, member);
  const models = new Map([[member.toLowerCase(), root]]);
  for (const model of models.values()) {
    for (const wanted of membersUsedBy(model, root)) {
      if (models.has(wanted.toLowerCase())) continue;
      if (!source.has(wanted))
        throw fileFault(model.member, `uses objects of ${quote(wanted)}, but there is no such member`);
      models.set(wanted.toLowerCase(), await readModelPart(source, wanted));
    }
  }
  return { root, models };
}

/** What other models would build does not count. */
function membersUsedBy(model: ModelPart, root: ModelPart): Set<string> {
  const components = [...model.objects.values()].flatMap((object) => object.components);
  return new Set([...(model === root ? root.items : []), ...components].map(({ member }) => member));
}
