import { strToU8, type ZipOptions, zipSync } from 'fflate';
import { toyPng } from './toy-png.ts';

const CONTENT_TYPES = `<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
 <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
 <Default Extension="model" ContentType="application/vnd.ms-package.3dmanufacturing-3dmodel+xml"/>
 <Default Extension="config" ContentType="text/xml"/>
 <Default Extension="png" ContentType="image/png"/>
</Types>
`;

const RELATIONSHIPS = `<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
 <Relationship Id="rel1" Target="/3D/3dmodel.model" Type="http://schemas.microsoft.com/3dmanufacturing/2013/01/3dmodel"/>
 <Relationship Id="rel2" Target="/Metadata/thumbnail.png" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail"/>
</Relationships>
`;

/** One mesh that a document of PrusaSlicer's cuts into two volumes. */
const SLICER = {
  '[Content_Types].xml': CONTENT_TYPES,
  '_rels/.rels': RELATIONSHIPS,
  '3D/3dmodel.model': `<?xml version="1.0" encoding="UTF-8"?>
<model unit="millimeter" xml:lang="en-US" xmlns="http://schemas.microsoft.com/3dmanufacturing/core/2015/02" xmlns:slic3rpe="http://schemas.slic3r.org/3mf/2017/06" xmlns:neurofab="urn:neurofab:recipe:1">
 <metadata name="slic3rpe:Version3mf">1</metadata>
 <metadata name="Title">Toy &amp; model</metadata>
 <metadata name="Application">PrusaSlicer-2.5.0+toy.1.0</metadata>
 <metadata name="neurofab:Recipe">{&quot;neurofab&quot;:&quot;1&quot;}</metadata>
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

/** A mesh a volume, joined by components. */
const ASSEMBLY = {
  '[Content_Types].xml': CONTENT_TYPES,
  '_rels/.rels': RELATIONSHIPS,
  '3D/3dmodel.model': `<?xml version="1.0" encoding="UTF-8"?>
<model unit="millimeter" xml:lang="en-US" xmlns="http://schemas.microsoft.com/3dmanufacturing/core/2015/02" xmlns:cura="http://software.ultimaker.com/xml/cura/3mf/2015/10" xmlns:neurofab="urn:neurofab:recipe:1">
 <metadata name="Application">toy 1.0</metadata>
 <metadata name="Title">Toy &amp; model</metadata>
 <metadata name="neurofab:Recipe">{&quot;neurofab&quot;:&quot;1&quot;}</metadata>
 <resources>
  <basematerials id="1">
   <base name="Base" displaycolor="#F2F2F2FF"/>
   <base name="Nodes" displaycolor="#C00000FF"/>
  </basematerials>
  <object id="2" type="model" name="Base" pid="1" pindex="0">
   <metadatagroup><metadata name="cura:extruder_nr">0</metadata></metadatagroup>
   <mesh>
    <vertices>
     <vertex x="0" y="0" z="0"/> <vertex x="20" y="0" z="0"/> <vertex x="0" y="20" z="0"/> <vertex x="0" y="0" z="20"/>
    </vertices>
    <triangles>
     <triangle v1="0" v2="2" v3="1"/> <triangle v1="0" v2="1" v3="3"/>
     <triangle v1="0" v2="3" v3="2"/> <triangle v1="1" v2="2" v3="3"/>
    </triangles>
   </mesh>
  </object>
  <object id="3" type="model" name="Nodes" pid="1" pindex="1">
   <metadatagroup><metadata name="cura:extruder_nr">1</metadata></metadatagroup>
   <mesh>
    <vertices>
     <vertex x="0" y="0" z="0"/> <vertex x="0" y="20" z="0"/> <vertex x="0" y="0" z="20"/> <vertex x="-20.5" y="0" z="0"/>
    </vertices>
    <triangles>
     <triangle v1="0" v2="1" v3="2"/> <triangle v1="0" v2="3" v3="1"/>
     <triangle v1="0" v2="2" v3="3"/> <triangle v1="1" v2="3" v3="2"/>
    </triangles>
   </mesh>
  </object>
  <object id="4" type="model" name="Toy">
   <components>
    <component objectid="2"/>
    <component objectid="3"/>
   </components>
  </object>
 </resources>
 <build>
  <item objectid="4" transform="1 0 0 0 1 0 0 0 1 20.5 0 0"/>
 </build>
</model>
`,
  'Metadata/model_settings.config': `<?xml version="1.0" encoding="UTF-8"?>
<config>
 <object id="4">
  <metadata key="name" value="Toy"/>
  <metadata key="extruder" value="1"/>
  <part id="2" subtype="normal_part">
   <metadata key="name" value="Base"/>
   <metadata key="extruder" value="1"/>
  </part>
  <part id="3" subtype="normal_part">
   <metadata key="name" value="Nodes"/>
   <metadata key="extruder" value="2"/>
  </part>
 </object>
</config>
`,
};

/** A package of two tetrahedra that share a face, with every `before` in its documents replaced by `after`. */
export function toyPackage(before = '', after = '', options: ZipOptions = {}): Uint8Array {
  return pack(SLICER, before, after, options);
}

/** The same as an assembly of two meshes. */
export function toyAssembly(before = '', after = '', options: ZipOptions = {}): Uint8Array {
  return pack(ASSEMBLY, before, after, options);
}

function pack(
  documents: Readonly<Record<string, string>>,
  before: string,
  after: string,
  options: ZipOptions,
): Uint8Array {
  const files = Object.entries(documents).map(([name, text]) => {
    const changed = before === '' ? text : text.replaceAll(before, after);
    return [name, strToU8(changed)] as const;
  });
  if (before !== '' && !Object.values(documents).some((text) => text.includes(before))) {
    throw new Error(`The toy package has no ${before}.`);
  }
  return zipSync(
    { ...Object.fromEntries(files), 'Metadata/thumbnail.png': toyPng() },
    { mtime: new Date(1980, 0, 1), ...options },
  );
}
