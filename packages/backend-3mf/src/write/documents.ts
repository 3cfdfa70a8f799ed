/** The name of the picture in the package. */
export const THUMBNAIL = 'Metadata/thumbnail.png';

/** The name of PrusaSlicer's list of what is to be done at which height. */
export const COLOR_CHANGES = 'Metadata/Prusa_Slicer_custom_gcode_per_print_z.xml';

/** `[Content_Types].xml`: Open Packaging Conventions want a type for every extension in the package. */
export function contentTypesXml({ hasChanges }: { readonly hasChanges: boolean }): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
 <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
 <Default Extension="model" ContentType="application/vnd.ms-package.3dmanufacturing-3dmodel+xml"/>
 <Default Extension="config" ContentType="text/xml"/>
 <Default Extension="png" ContentType="image/png"/>${hasChanges ? '\n <Default Extension="xml" ContentType="text/xml"/>' : ''}
</Types>
`;
}

/** `_rels/.rels`. PrusaSlicer from 2.7.3 on and lib3mf find the model by a target that starts with a slash. */
export const RELATIONSHIPS_XML: string = `<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
 <Relationship Id="rel1" Target="/3D/3dmodel.model" Type="http://schemas.microsoft.com/3dmanufacturing/2013/01/3dmodel"/>
 <Relationship Id="rel2" Target="/${THUMBNAIL}" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail"/>
</Relationships>
`;
