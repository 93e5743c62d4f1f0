import type { Random } from '../../project-format/testing/random'

/** Members of which each is there or not: `maybe(random, { description: () => "..." })`. */
export function maybe<Members extends object>(
  random: Random,
  members: { readonly [Name in keyof Members]: () => Members[Name] },
): Partial<Members> {
  const names = Object.keys(members) as (keyof Members & string)[]
  const entries = names.filter(() => random.chance(0.4)).map((name) => [name, members[name]()])
  return Object.fromEntries(entries) as Partial<Members>
}

/** Some items of a list, in its order, each once. */
export function some<Item>(random: Random, items: readonly Item[], share = 0.5): Item[] {
  return items.filter(() => random.chance(share))
}

/** One item of a list, or none. */
export function maybeOneOf<Item>(random: Random, items: readonly Item[]): Item | undefined {
  return items.length > 0 && random.chance(0.7) ? random.pick(items) : undefined
}

const TEXTS = [
  'plain',
  'two words',
  'with: colon',
  '# no comment',
  'yes',
  '007',
  '1.0',
  'null',
  'it\'s "quoted"',
  ' padded ',
  'café 😀',
  'two\nlines',
  '{{mustache}} <b>',
  '100%',
]

/** A text for people, made to be misread. */
export function randomText(random: Random): string {
  return `${random.pick(TEXTS)} ${random.below(100)}`
}

const TEMPLATES = [
  '{"statusCode": 200}',
  '#set($root = $input.path("$"))\n{\n  "id": "$root.id"\n}\n',
  '$input.json("$")',
  '  indented\n\n\nwith gaps\n\n',
  '{ \'a\': "b" } ## done',
]

export function randomTemplates(random: Random): Record<string, string> {
  const contentTypes = some(random, ['application/json', 'application/xml', 'text/plain'])
  return Object.fromEntries(contentTypes.map((contentType) => [contentType, random.pick(TEMPLATES)]))
}

export const FUNCTIONS = ['orders', 'authorize', 'list-pets'] as const

export function functionArn(name: string): string {
  return `arn:aws:lambda:us-east-1:123456789012:function:${name}`
}

/** "arn:aws:apigateway:...:lambda:path/.../invocations". */
export function invocationUri(name: string): string {
  return `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${functionArn(name)}/invocations`
}

export function randomTags(random: Random): Record<string, string> {
  return Object.fromEntries(some(random, ['team', 'cost centre', 'a:b']).map((name) => [name, randomText(random)]))
}

export function randomVariables(random: Random): Record<string, string> {
  return Object.fromEntries(
    some(random, ['host', 'tableName']).map((name) => [name, `v${random.below(9)}.example.com`]),
  )
}

/** "$context.requestId": one line, as access logs need. */
export const ACCESS_LOG = {
  destinationArn: 'arn:aws:logs:us-east-1:123456789012:log-group:access',
  format: '{"id":"$context.requestId","ip":"$context.identity.sourceIp"}',
} as const
