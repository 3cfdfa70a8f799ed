import { strToU8, type ZipOptions, zipSync } from 'fflate';

const FILES = {
  '[Content_Types].xml': `<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
 <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
 <Default Extension="model" ContentType="application/vnd.ms-package.3dmanufacturing-3dmodel+xml"/>
 <Default Extension="config" ContentType="text/xml"/>
</Types>
`,
  '_rels/.rels': `<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
 <Relationship Id="rel1" Target="/3D/3dmodel.model" Type="http://schemas.microsoft.com/3dmanufacturing/2013/01/3dmodel"/>
</Relationships>
`,
  '3D/3dmodel.model': `<?xml version="1.0" encoding="UTF-8"?>
<model unit="millimeter" xml:lang="en-US" xmlns="http://schemas.microsoft.com/3dmanufacturing/core/2015/02" xmlns:slic3rpe="http://schemas.slic3r.org/3mf/2017/06">
 <metadata name="slic3rpe:Version3mf">1</metadata>
 <metadata name="Title">Toy &amp; model</metadata>
 <metadata name="Application">PrusaSlicer-2.5.0+toy.1.0</metadata>
 <resources>
  <basematerials id="1">
   <base name="Base" displaycolor="#F2F2F2FF"/>
   <base name="Nodes" displaycolor="#C00000FF"/>
  </basematerials>
  <object id="2" type="model" name="Toy" pid="1" pindex="0">
   <mesh>
    <vertices>
     <vertex x="0" y="0" z="0"/> <vertex x="20" y="0" z="0"/> <vertex x="0" y="20" z="0"/> <vertex x="0" y="0" z="20"/>
     <vertex x="0" y="0" z="0"/> <vertex x="0" y="20" z="0"/> <vertex x="0" y="0" z="20"/> <vertex x="-20.5" y="0" z="0"/>
    </vertices>
    <triangles>
     <triangle v1="0" v2="2" v3="1" pid="1" p1="0"/>
     <triangle v1="0" v2="1" v3="3" pid="1" p1="0"/>
     <triangle v1="0" v2="3" v3="2" pid="1" p1="0"/>
     <triangle v1="1" v2="2" v3="3" pid="1" p1="0"/>
     <triangle v1="4" v2="5" v3="6" pid="1" p1="1"/>
     <triangle v1="4" v2="7" v3="5" pid="1" p1="1"/>
     <triangle v1="4" v2="6" v3="7" pid="1" p1="1"/>
     <triangle v1="5" v2="7" v3="6" pid="1" p1="1"/>
    </triangles>
   </mesh>
  </object>
 </resources>
 <build>
  <item objectid="2" transform="1 0 0 0 1 0 0 0 1 20.5 0 0"/>
 </build>
</model>
`,
  'Metadata/Slic3r_PE_model.config': `<?xml version="1.0" encoding="UTF-8"?>
<config>
 <object id="2" instances_count="1">
  <metadata type="object" key="name" value="Toy"/>
  <metadata type="object" key="extruder" value="1"/>
  <volume firstid="0" lastid="3">
   <metadata type="volume" key="name" value="Base"/>
   <metadata type="volume" key="volume_type" value="ModelPart"/>
   <metadata type="volume" key="extruder" value="1"/>
  </volume>
  <volume firstid="4" lastid="7">
   <metadata type="volume" key="name" value="Nodes"/>
   <metadata type="volume" key="volume_type" value="ModelPart"/>
   <metadata type="volume" key="extruder" value="2"/>
  </volume>
 </object>
</config>
`,
};

/** A package of two tetrahedra that share a face, with every `before` in its files replaced by `after`. */
export function toyPackage(before = '', after = '', options: ZipOptions = {}): Uint8Array {
  const files = Object.entries(FILES).map(([name, text]) => {
    const changed = before === '' ? text : text.replaceAll(before, after);
    return [name, strToU8(changed)] as const;
  });
  if (before !== '' && !Object.values(FILES).some((text) => text.includes(before))) {
    throw new Error(`The toy package has no ${before}.`);
  }
  return zipSync(Object.fromEntries(files), { mtime: new Date(1980, 0, 1), ...options });
}
