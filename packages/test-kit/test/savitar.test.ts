import { askSavitar, itAsks } from '@neurofab/test-kit';
import { strToU8, zipSync } from 'fflate';
import { expect } from 'vitest';

itAsks('python3-savitar')('tells which parts a group has, and the extruder of each', async () => {
  const part = { transformation: '', vertices: 4, triangles: 4, children: [] };
  expect(await askSavitar(packageOf(MODEL))).toEqual([
    {
      name: 'Toy',
      transformation: '1 0 0 0 1 0 0 0 1 20.5 0 0',
      settings: {},
      vertices: 0,
      triangles: 0,
      children: [
        { ...part, name: 'Base & "posts" 🧠', settings: { extruder_nr: '0' } },
        { ...part, name: 'Nodes', settings: { extruder_nr: '1' } },
      ],
    },
  ]);
});

itAsks('python3-savitar')("does not take another program's setting for Cura's", async () => {
  const foreign = MODEL.replaceAll('cura:', 'other:').replace(
    /xmlns:cura="[^"]*"/,
    'xmlns:other="urn:other"',
  );
  const [group] = await askSavitar(packageOf(foreign));
  expect(group!.children.map(({ settings }) => settings)).toEqual([
    { 'other:extruder_nr': '0' },
    { 'other:extruder_nr': '1' },
  ]);
});

itAsks('python3-savitar')('fails on a number with a comma', async () => {
  await expect(askSavitar(packageOf(MODEL.replaceAll('"20"', '"20,5"')))).rejects.toThrow('Savitar');
});

function packageOf(model: string): Uint8Array {
  return zipSync({ '3D/3dmodel.model': strToU8(model) });
}

/** Two tetrahedra that share a face, each an object, joined by components. */
const MODEL = `<?xml version="1.0" encoding="UTF-8"?>
<model unit="millimeter" xml:lang="en-US" xmlns="http://schemas.microsoft.com/3dmanufacturing/core/2015/02" xmlns:cura="http://software.ultimaker.com/xml/cura/3mf/2015/10">
 <resources>
  <basematerials id="1">
   <base name="Base" displaycolor="#F2F2F2FF"/>
   <base name="Nodes" displaycolor="#C00000FF"/>
  </basematerials>
  <object id="2" type="model" name="Base &amp; &quot;posts&quot; 🧠" pid="1" pindex="0">
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
`;
