/** One variable member, method or directive of mapping templates, as the editor and the reference list explain it. */
export interface ReferenceEntry {
  /** "path", "identity.sourceIp", "#set"; without the variable it belongs to, and without parentheses. */
  readonly name: string
  /** As one would write it: "$input.path(path)", "size()", "#set($name = value)". */
  readonly signature: string
  /** A Java type: "String", "Map", "List", "Integer", "Object" for any, "" for a directive. */
  readonly returns: string
  /** One or two sentences. */
  readonly doc: string
  /** What comes when there is no such value. */
  readonly missing?: string
  /** What goes wrong easily. */
  readonly caution?: string
  /** What the editor inserts: a snippet with stops like `${1:name}`, where `\$` is a dollar sign. */
  readonly insert: string
}

export type ReferenceGroupId =
  | 'input'
  | 'context'
  | 'stageVariables'
  | 'util'
  | 'directives'
  | 'foreach'
  | 'string'
  | 'list'
  | 'map'
  | 'mapEntry'
  | 'number'
  | 'object'

export interface ReferenceGroup {
  readonly id: ReferenceGroupId
  /** "$input", "Directives", "Methods of a String". */
  readonly title: string
  readonly doc: string
  readonly entries: readonly ReferenceEntry[]
}
