import type { SourceItem, SourceNode } from './source-tree'

/** Functions of CloudFormation templates that YAML writes as tags, by tag. Source: CloudFormation User Guide, intrinsic functions. */
const FUNCTIONS: ReadonlyMap<string, string> = new Map([
  ['!Ref', 'Ref'],
  ['!Condition', 'Condition'],
  ...[
    'And',
    'Base64',
    'Cidr',
    'Contains',
    'EachMemberEquals',
    'EachMemberIn',
    'Equals',
    'FindInMap',
    'ForEach',
    'GetAtt',
    'GetAZs',
    'If',
    'ImportValue',
    'Join',
    'Length',
    'Not',
    'Or',
    'RefAll',
    'Select',
    'Split',
    'Sub',
    'ToJsonString',
    'Transform',
    'ValueOf',
    'ValueOfAll',
  ].map((name): [string, string] => [`!${name}`, `Fn::${name}`]),
  // Of a tool that puts files into templates before they are deployed.
  ...['Constant', 'Embed', 'Env', 'Include', 'Module', 'S3', 'S3Http'].map((name): [string, string] => [
    `!Rain::${name}`,
    `Rain::${name}`,
  ]),
])

/** Whether a tag such as "!Ref" stands for a function. */
export function isShortTag(tag: string): boolean {
  return FUNCTIONS.has(tag)
}

/** `!Sub text` as what it stands for, { "Fn::Sub": text }; any other tag leaves the node as it is. */
export function withShortTag(tag: string | undefined, node: SourceNode, text: string): SourceNode {
  const name = tag === undefined ? undefined : FUNCTIONS.get(tag)
  if (tag === undefined || name === undefined) return node
  const found = text.lastIndexOf(tag, node.start)
  const start = found < 0 ? node.start : found
  const argument = name === 'Fn::GetAtt' ? attributeParts(node) : node
  return {
    kind: 'map',
    value: { [name]: argument.value },
    isFlow: false,
    isIrregular: true,
    pairs: [{ key: name, keyStart: start, colonEnd: -1, value: argument }],
    start,
    end: node.end,
  }
}

/** "Orders.Arn" -> ["Orders", "Arn"]: a resource's name has no dot, an attribute's may have. */
function attributeParts(node: SourceNode): SourceNode {
  if (node.kind !== 'scalar' || typeof node.value !== 'string') return node
  const dot = node.value.indexOf('.')
  if (dot < 0) return node
  const items = [node.value.slice(0, dot), node.value.slice(dot + 1)].map((value): SourceItem => ({
    itemStart: node.start,
    value: { ...node, value },
  }))
  return {
    kind: 'sequence',
    value: items.map((item) => item.value.value),
    isFlow: true,
    items,
    start: node.start,
    end: node.end,
  }
}
