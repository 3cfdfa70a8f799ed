import { strToU8, type ZipOptions, type Zippable, zipSync } from 'fflate';
import type { Package } from '../../src/read/package/open-package.ts';

/** The members of a package as text or bytes. */
export type Members = Readonly<Record<string, string | Uint8Array>>;

/** A zip archive of these members. */
export function zipOf(members: Members, options: ZipOptions = {}): Uint8Array {
  const files: Zippable = {};
  for (const [name, content] of Object.entries(members)) files[name] = bytesOf(content);
  return zipSync(files, { mtime: new Date(1980, 0, 1), ...options });
}

/**
 * These members as a package without an archive around it, whose content comes in pieces of this size. It takes no
 * time to pack and unpack, and no limit of archives stands before those of models.
 */
export function unpackedPackage(members: Members, pieceBytes = 2 ** 18): Package {
  const contents = new Map(
    Object.entries(members).map(([name, content]) => [name.toLowerCase(), bytesOf(content)]),
  );
  return {
    has: (name) => contents.has(name.toLowerCase()),
    async unpack(name, take) {
      const bytes = contents.get(name.toLowerCase())!;
      for (let at = 0; at < bytes.length; at += pieceBytes) take(bytes.subarray(at, at + pieceBytes));
    },
  };
}

export function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? strToU8(content) : content;
}

const RELATIONSHIPS = `<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
 <Relationship Id="rel1" Target="/3D/3dmodel.model" Type="http://schemas.microsoft.com/3dmanufacturing/2013/01/3dmodel"/>
</Relationships>
`;

export const CORE = 'http://schemas.microsoft.com/3dmanufacturing/core/2015/02';

/** The two tetrahedra that share the face x = 0, each with vertices of its own. */
const BASE = {
  vertices: `<vertex x="0" y="0" z="0"/> <vertex x="20" y="0" z="0"/> <vertex x="0" y="20" z="0"/> <vertex x="0" y="0" z="20"/>`,
  triangles: `<triangle v1="0" v2="2" v3="1"/> <triangle v1="0" v2="1" v3="3"/> <triangle v1="0" v2="3" v3="2"/> <triangle v1="1" v2="2" v3="3"/>`,
};
const NODES = {
  vertices: `<vertex x="0" y="0" z="0"/> <vertex x="0" y="20" z="0"/> <vertex x="0" y="0" z="20"/> <vertex x="-20" y="0" z="0"/>`,
  triangles: `<triangle v1="0" v2="1" v3="2"/> <triangle v1="0" v2="3" v3="1"/> <triangle v1="0" v2="2" v3="3"/> <triangle v1="1" v2="3" v3="2"/>`,
};

/** A mesh as 3MF writes it; the corner of a cube. */
export const MESH = `<mesh><vertices>${BASE.vertices}</vertices><triangles>${BASE.triangles}</triangles></mesh>`;

const MATERIALS = `<basematerials id="1"><base name="Base" displaycolor="#F2F2F2FF"/><base name="Nodes" displaycolor="#c00000"/></basematerials>`;

/** A package as PrusaSlicer writes it: one mesh, cut into parts by a document beside it. */
export const PRUSA_TOY = {
  '_rels/.rels': RELATIONSHIPS,
  '3D/3dmodel.model': `<?xml version="1.0" encoding="UTF-8"?>
<model unit="millimeter" xml:lang="en-US" xmlns="${CORE}" xmlns:slic3rpe="http://schemas.slic3r.org/3mf/2017/06">
 <metadata name="slic3rpe:Version3mf">1</metadata>
 <metadata name="Title">Toy assembly</metadata>
 <metadata name="Application">PrusaSlicer-2.5.0+mytool.1.0</metadata>
 <resources>
  ${MATERIALS}
  <object id="2" type="model" name="Toy assembly" pid="1" pindex="0">
   <mesh>
    <vertices>
     ${BASE.vertices}
     ${NODES.vertices}
    </vertices>
    <triangles>
     ${BASE.triangles.replaceAll('/>', ' pid="1" p1="0"/>')}
     <triangle v1="4" v2="5" v3="6" pid="1" p1="1"/>
     <triangle v1="4" v2="7" v3="5" pid="1" p1="1"/>
     <triangle v1="4" v2="6" v3="7" pid="1" p1="1"/>
     <triangle v1="5" v2="7" v3="6" pid="1" p1="1"/>
    </triangles>
   </mesh>
  </object>
 </resources>
 <build>
  <item objectid="2" transform="1 0 0 0 1 0 0 0 1 60 60 0"/>
 </build>
</model>
`,
  'Metadata/Slic3r_PE_model.config': `<?xml version="1.0" encoding="UTF-8"?>
<config>
 <object id="2" instances_count="1">
  <metadata type="object" key="name" value="Toy assembly"/>
  <metadata type="object" key="extruder" value="1"/>
  <volume firstid="0" lastid="3">
   <metadata type="volume" key="name" value="Base (slot 1, #F2F2F2)"/>
   <metadata type="volume" key="volume_type" value="ModelPart"/>
   <metadata type="volume" key="extruder" value="1"/>
  </volume>
  <volume firstid="4" lastid="7">
   <metadata type="volume" key="name" value="Nodes (slot 2, #C00000)"/>
   <metadata type="volume" key="volume_type" value="ModelPart"/>
   <metadata type="volume" key="extruder" value="2"/>
  </volume>
 </object>
</config>
`,
} as const satisfies Members;

/** A package with a mesh a part, joined by components. */
export const ASSEMBLY_TOY = {
  '_rels/.rels': RELATIONSHIPS,
  '3D/3dmodel.model': `<?xml version="1.0" encoding="UTF-8"?>
<model unit="millimeter" xml:lang="en-US" xmlns="${CORE}" xmlns:cura="http://software.ultimaker.com/xml/cura/3mf/2015/10">
 <metadata name="Title">Toy assembly</metadata>
 <metadata name="Application">mytool 1.0</metadata>
 <resources>
  ${MATERIALS}
  <object id="2" type="model" name="Base" pid="1" pindex="0">
   <metadatagroup><metadata name="cura:extruder_nr">0</metadata></metadatagroup>
   <mesh><vertices>${BASE.vertices}</vertices><triangles>${BASE.triangles}</triangles></mesh>
  </object>
  <object id="3" type="model" name="Nodes" pid="1" pindex="1">
   <metadatagroup><metadata name="cura:extruder_nr">1</metadata></metadatagroup>
   <mesh><vertices>${NODES.vertices}</vertices><triangles>${NODES.triangles}</triangles></mesh>
  </object>
  <object id="4" type="model" name="Toy assembly">
   <components>
    <component objectid="2"/>
    <component objectid="3"/>
   </components>
  </object>
 </resources>
 <build>
  <item objectid="4" transform="1 0 0 0 1 0 0 0 1 60 60 0"/>
 </build>
</model>
`,
  'Metadata/model_settings.config': `<?xml version="1.0" encoding="UTF-8"?>
<config>
  <object id="4">
    <metadata key="name" value="Toy assembly"/>
    <metadata key="extruder" value="1"/>
    <part id="2" subtype="normal_part">
      <metadata key="name" value="The base"/>
      <metadata key="matrix" value="1 0 0 0 0 1 0 0 0 0 1 0 0 0 0 1"/>
      <metadata key="extruder" value="3"/>
    </part>
    <part id="3" subtype="normal_part">
      <metadata key="name" value="The nodes"/>
      <metadata key="extruder" value="4"/>
    </part>
  </object>
</config>
`,
} as const satisfies Members;

/** A package as Bambu Studio lays out a project: the meshes stand in members of their own. */
export const BAMBU_TOY = {
  '_rels/.rels': RELATIONSHIPS,
  '3D/3dmodel.model': `<?xml version="1.0" encoding="UTF-8"?>
<model unit="millimeter" xml:lang="en-US" xmlns="${CORE}" xmlns:BambuStudio="http://schemas.bambulab.com/package/2021" xmlns:p="http://schemas.microsoft.com/3dmanufacturing/production/2015/06" requiredextensions="p">
 <metadata name="Application">BambuStudio-01.09.00.70</metadata>
 <metadata name="BambuStudio:3mfVersion">1</metadata>
 <resources>
  <object id="3" p:UUID="00000001-61cb-4c03-9d28-80fed5dfa1dc" type="model">
   <components>
    <component p:path="/3D/Objects/object_1.model" objectid="1" p:UUID="00010000-b206-40ff-9872-83e8017abed1" transform="1 0 0 0 1 0 0 0 1 1 2 3"/>
    <component p:path="/3D/Objects/object_1.model" objectid="2" p:UUID="00010001-b206-40ff-9872-83e8017abed1" transform="1 0 0 0 1 0 0 0 1 0 0 0"/>
   </components>
  </object>
 </resources>
 <build p:UUID="2c7c17d8-22b5-4d84-8835-1976022ea369">
  <item objectid="3" p:UUID="00000003-b1ec-4553-aec9-835e5b724bb4" transform="1 0 0 0 1 0 0 0 1 128 128 0" printable="1"/>
 </build>
</model>
`,
  '3D/_rels/3dmodel.model.rels': RELATIONSHIPS.replace('/3D/3dmodel.model', '/3D/Objects/object_1.model'),
  '3D/Objects/object_1.model': `<?xml version="1.0" encoding="UTF-8"?>
<model unit="millimeter" xml:lang="en-US" xmlns="${CORE}" xmlns:BambuStudio="http://schemas.bambulab.com/package/2021" xmlns:p="http://schemas.microsoft.com/3dmanufacturing/production/2015/06" requiredextensions="p">
 <metadata name="BambuStudio:3mfVersion">1</metadata>
 <resources>
  <object id="1" p:UUID="00010000-81cb-4c03-9d28-80fed5dfa1dc" type="model">
   <mesh><vertices>${BASE.vertices}</vertices><triangles>${BASE.triangles.replace('/>', ' paint_color="4"/>')}</triangles></mesh>
  </object>
  <object id="2" p:UUID="00010001-81cb-4c03-9d28-80fed5dfa1dc" type="model">
   <mesh><vertices>${NODES.vertices}</vertices><triangles>${NODES.triangles}</triangles></mesh>
  </object>
 </resources>
 <build/>
</model>
`,
  'Metadata/model_settings.config': `<?xml version="1.0" encoding="UTF-8"?>
<config>
  <object id="3">
    <metadata key="name" value="Toy"/>
    <metadata key="extruder" value="2"/>
    <metadata face_count="8"/>
    <part id="1" subtype="normal_part">
      <metadata key="name" value="Base.stl"/>
    </part>
    <part id="2" subtype="normal_part">
      <metadata key="name" value="Nodes.stl"/>
      <metadata key="extruder" value="5"/>
      <mesh_stat edges_fixed="0" degenerate_facets="0"/>
    </part>
  </object>
  <plate>
    <metadata key="plater_id" value="1"/>
  </plate>
</config>
`,
} as const satisfies Members;

/** What PrusaSlicer 2.5.0 wrote for a tetrahedron. */
export const PRUSA_EXPORT = {
  '_rels/.rels': `<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
 <Relationship Target="/3D/3dmodel.model" Id="rel-1" Type="http://schemas.microsoft.com/3dmanufacturing/2013/01/3dmodel"/>
 <Relationship Target="/Metadata/thumbnail.png" Id="rel-2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail"/>
</Relationships>`,
  '3D/3dmodel.model': `<?xml version="1.0" encoding="UTF-8"?>
<model unit="millimeter" xml:lang="en-US" xmlns="http://schemas.microsoft.com/3dmanufacturing/core/2015/02" xmlns:slic3rpe="http://schemas.slic3r.org/3mf/2017/06">
 <metadata name="slic3rpe:Version3mf">1</metadata>
 <metadata name="Title">p</metadata>
 <metadata name="Designer"></metadata>
 <metadata name="Description">p</metadata>
 <metadata name="Copyright"></metadata>
 <metadata name="LicenseTerms"></metadata>
 <metadata name="Rating"></metadata>
 <metadata name="CreationDate">2026-11-22</metadata>
 <metadata name="ModificationDate">2026-11-22</metadata>
 <metadata name="Application">PrusaSlicer-2.5.0</metadata>
 <resources>
  <object id="1" type="model">
   <mesh>
    <vertices>
     <vertex x="0" y="0" z="0"/>
     <vertex x="0" y="10" z="0"/>
     <vertex x="10" y="0" z="0"/>
     <vertex x="0" y="0" z="10"/>
    </vertices>
    <triangles>
     <triangle v1="0" v2="1" v3="2"/>
     <triangle v1="0" v2="2" v3="3"/>
     <triangle v1="0" v2="3" v3="1"/>
     <triangle v1="2" v2="1" v3="3"/>
    </triangles>
   </mesh>
  </object>
 </resources>
 <build>
  <item objectid="1" transform="1 0 0 0 1 0 0 0 1 0 0 0" printable="1"/>
 </build>
</model>
`,
  'Metadata/Slic3r_PE_model.config': `<?xml version="1.0" encoding="UTF-8"?>
<config>
 <object id="1" instances_count="1">
  <metadata type="object" key="name" value="cube.stl"/>
  <volume firstid="0" lastid="3">
   <metadata type="volume" key="name" value="cube.stl"/>
   <metadata type="volume" key="volume_type" value="ModelPart"/>
   <metadata type="volume" key="matrix" value="1 0 0 5 0 1 0 5 0 0 1 5 0 0 0 1"/>
   <metadata type="volume" key="source_file" value="cube.stl"/>
   <metadata type="volume" key="source_object_id" value="0"/>
   <metadata type="volume" key="source_volume_id" value="0"/>
   <metadata type="volume" key="source_offset_x" value="5"/>
   <metadata type="volume" key="source_offset_y" value="5"/>
   <metadata type="volume" key="source_offset_z" value="5"/>
   <mesh edges_fixed="0" degenerate_facets="0" facets_removed="0" facets_reversed="0" backwards_edges="0"/>
  </volume>
 </object>
</config>
`,
} as const satisfies Members;

/** A package with nothing but this model. */
export function packageOfModel(model: string | Uint8Array): Uint8Array {
  return zipOf({ '_rels/.rels': RELATIONSHIPS, '3D/3dmodel.model': model });
}

/** A model with these resources and items, and what else belongs into its root tag. */
export function modelOf(resources: string, items: string, root = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<model xmlns="${CORE}" ${root}><resources>${resources}</resources><build>${items}</build></model>`;
}

/** One object with a mesh, built once as it is. */
export const PLAIN_MODEL: string = modelOf(`<object id="4">${MESH}</object>`, '<item objectid="4"/>');

/** PRUSA_TOY or whatever else, with one text in one of its members replaced. */
export function changed(members: Members, before: string, after: string): Members {
  const entries = Object.entries(members);
  if (!entries.some(([, content]) => typeof content === 'string' && content.includes(before))) {
    throw new Error(`The toy package has no ${before}.`);
  }
  return Object.fromEntries(
    entries.map(([name, content]) => [
      name,
      typeof content === 'string' ? content.replace(before, () => after) : content,
    ]),
  );
}
