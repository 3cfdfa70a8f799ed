/** The names that XML namespaces go by in 3MF packages. */
export const NAMESPACES = {
  core: 'http://schemas.microsoft.com/3dmanufacturing/core/2015/02',
  materials: 'http://schemas.microsoft.com/3dmanufacturing/material/2015/02',
  production: 'http://schemas.microsoft.com/3dmanufacturing/production/2015/06',
  cura: 'http://software.ultimaker.com/xml/cura/3mf/2015/10',
  recipe: 'urn:neurofab:recipe:1',
} as const;

/** The extensions that a file may require: what they add to shapes, colours and places is read. */
export const KNOWN_EXTENSIONS: readonly string[] = [
  NAMESPACES.core,
  NAMESPACES.materials,
  NAMESPACES.production,
];
