/** The part of lib3mf's WebAssembly build that the judge uses; the package has no types of its own. */
declare module '@3mfconsortium/lib3mf' {
  /** Something of C++, which has to be told when nobody needs it any more. */
  interface Handle {
    delete(): void;
  }

  interface Iterator extends Handle {
    MoveNext(): boolean;
  }

  interface Wrapper extends Handle {
    CreateModel(): Model;
  }

  interface Model extends Handle {
    QueryReader(kind: '3mf'): Reader;
    GetMeshObjects(): Iterator & { GetCurrentMeshObject(): MeshObject };
    GetBaseMaterialGroups(): Iterator & { GetCurrentBaseMaterialGroup(): BaseMaterialGroup };
    GetBuildItems(): Iterator;
    GetMetaDataGroup(): MetaDataGroup;
  }

  interface Reader extends Handle {
    SetStrictModeActive(active: boolean): void;
    ReadFromFile(path: string): void;
    GetWarningCount(): number;
  }

  interface MeshObject extends Handle {
    GetName(): string;
    GetVertexCount(): number;
    GetTriangleCount(): number;
    IsManifoldAndOriented(): boolean;
    GetTriangleProperties(index: number): { readonly Property: TriangleProperties };
  }

  interface TriangleProperties extends Handle {
    get_PropertyIDs0(): number;
  }

  interface BaseMaterialGroup extends Handle {
    GetCount(): number;
    /** Materials count from 1. */
    GetName(id: number): string;
    GetDisplayColor(id: number): Color;
  }

  interface Color extends Handle {
    get_Red(): number;
    get_Green(): number;
    get_Blue(): number;
    get_Alpha(): number;
  }

  interface MetaDataGroup extends Handle {
    GetMetaDataCount(): number;
    GetMetaData(index: number): MetaData;
  }

  interface MetaData extends Handle {
    GetName(): string;
    GetValue(): string;
  }

  interface Lib3mf {
    readonly FS: { writeFile(path: string, bytes: Uint8Array): void };
    readonly CWrapper: new () => Wrapper;
  }

  const lib3mf: () => Promise<Lib3mf>;

  // biome-ignore lint/style/noDefaultExport: it is how that package does it.
  export { type Handle, lib3mf as default, type Model };
}
