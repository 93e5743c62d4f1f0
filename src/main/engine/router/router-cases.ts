/** A routing rule as data, for every router to be held to. */
export interface RouterCase {
  readonly rule: string
  /** "VERB /path". */
  readonly routes: readonly string[]
  /** "VERB /path" as it was sent. */
  readonly request: string
  /** The route that serves it, or null for none. */
  readonly serves: string | null
  readonly pathParameters?: Readonly<Record<string, string>>
}

const EVERYTHING = 'ANY /{proxy+}'

/** Rules that hold for REST APIs. Source: rest-api.md 3. */
export const REST_ROUTER_CASES: readonly RouterCase[] = [
  { rule: 'the root needs a method of its own', routes: [EVERYTHING], request: 'GET /', serves: null },
  { rule: 'the root is served by its method', routes: ['GET /'], request: 'GET /', serves: 'GET /' },
  { rule: 'an empty path is the root', routes: ['GET /'], request: 'GET ', serves: 'GET /' },
  { rule: 'many slashes are the root', routes: ['GET /', EVERYTHING], request: 'GET ///', serves: 'GET /' },
  {
    rule: 'a literal comes before a parameter',
    routes: ['GET /orders/{id}', 'GET /orders/recent', 'GET /{proxy+}'],
    request: 'GET /orders/recent',
    serves: 'GET /orders/recent',
    pathParameters: {},
  },
  {
    rule: 'a parameter comes before a greedy parameter',
    routes: ['GET /{proxy+}', 'GET /orders/{id}'],
    request: 'GET /orders/7',
    serves: 'GET /orders/{id}',
    pathParameters: { id: '7' },
  },
  {
    rule: 'a literal that leads nowhere is given up for the parameter beside it',
    routes: ['GET /shops/main/stock', 'GET /shops/{shop}/till'],
    request: 'GET /shops/main/till',
    serves: 'GET /shops/{shop}/till',
    pathParameters: { shop: 'main' },
  },
  {
    rule: 'backtracking goes up several levels',
    routes: ['GET /a/b/c/d', 'GET /a/{x}/c/{y}/e', 'GET /{all+}'],
    request: 'GET /a/b/c/d/f',
    serves: 'GET /{all+}',
    pathParameters: { all: 'a/b/c/d/f' },
  },
  {
    rule: 'of two greedy parameters the deeper one is taken',
    routes: ['GET /{all+}', 'GET /files/{path+}'],
    request: 'GET /files/a/b',
    serves: 'GET /files/{path+}',
    pathParameters: { path: 'a/b' },
  },
  {
    rule: 'a resource without the verb does not hide a less specific one that has it',
    routes: ['POST /orders', 'OPTIONS /{proxy+}'],
    request: 'OPTIONS /orders',
    serves: 'OPTIONS /{proxy+}',
    pathParameters: { proxy: 'orders' },
  },
  {
    rule: 'a literal without the verb does not hide a parameter that has it',
    routes: ['POST /orders/recent', 'GET /orders/{id}'],
    request: 'GET /orders/recent',
    serves: 'GET /orders/{id}',
    pathParameters: { id: 'recent' },
  },
  {
    rule: 'a more specific ANY comes before a less specific verb',
    routes: ['ANY /orders', 'GET /{proxy+}'],
    request: 'GET /orders',
    serves: 'ANY /orders',
  },
  {
    rule: 'on one resource a verb comes before ANY',
    routes: ['ANY /orders', 'GET /orders'],
    request: 'GET /orders',
    serves: 'GET /orders',
  },
  { rule: 'ANY serves PATCH', routes: ['ANY /orders'], request: 'PATCH /orders', serves: 'ANY /orders' },
  { rule: 'ANY serves HEAD', routes: ['ANY /orders'], request: 'HEAD /orders', serves: 'ANY /orders' },
  { rule: 'ANY does not serve TRACE', routes: ['ANY /orders'], request: 'TRACE /orders', serves: null },
  { rule: 'HEAD does not follow from GET', routes: ['GET /orders'], request: 'HEAD /orders', serves: null },
  { rule: 'an unknown path is a miss', routes: ['GET /orders'], request: 'GET /order', serves: null },
  { rule: 'a longer path is a miss', routes: ['GET /orders'], request: 'GET /orders/1', serves: null },
  { rule: 'a resource without methods is a miss', routes: ['GET /a/b'], request: 'GET /a', serves: null },
  { rule: 'letter case matters', routes: ['GET /Orders'], request: 'GET /orders', serves: null },
  {
    rule: 'leading slashes count as one',
    routes: ['GET /orders', EVERYTHING],
    request: 'GET ///orders',
    serves: 'GET /orders',
  },
  { rule: 'a trailing slash is ignored', routes: ['GET /orders'], request: 'GET /orders/', serves: 'GET /orders' },
  {
    rule: 'a trailing slash in a resource path is ignored',
    routes: ['GET /orders/'],
    request: 'GET /orders',
    serves: 'GET /orders/',
  },
  { rule: 'doubled slashes inside do not count as one', routes: ['GET /a/b'], request: 'GET /a//b', serves: null },
  { rule: 'a parameter needs a value', routes: ['GET /a/{x}/b'], request: 'GET /a//b', serves: null },
  {
    rule: 'a greedy value keeps doubled slashes inside',
    routes: [EVERYTHING],
    request: 'GET /a//b',
    serves: EVERYTHING,
    pathParameters: { proxy: 'a//b' },
  },
  {
    rule: 'a greedy value drops slashes at both ends',
    routes: [EVERYTHING],
    request: 'GET //a/b/',
    serves: EVERYTHING,
    pathParameters: { proxy: 'a/b' },
  },
  {
    rule: 'a greedy value below a literal may begin with a slash',
    routes: ['GET /files/{path+}'],
    request: 'GET /files//a',
    serves: 'GET /files/{path+}',
    pathParameters: { path: '/a' },
  },
  {
    rule: 'a greedy parameter needs a segment',
    routes: ['GET /files/{path+}'],
    request: 'GET /files/',
    serves: null,
  },
  {
    rule: 'segments are compared and handed on undecoded',
    routes: ['GET /a b', 'GET /{name}'],
    request: 'GET /a%20b%2Bc',
    serves: 'GET /{name}',
    pathParameters: { name: 'a%20b%2Bc' },
  },
  {
    rule: 'dot segments are ordinary text',
    routes: ['GET /a', 'GET /{x}/{y}/{z}'],
    request: 'GET /b/../a',
    serves: 'GET /{x}/{y}/{z}',
    pathParameters: { x: 'b', y: '..', z: 'a' },
  },
  {
    rule: 'braces inside a segment are literal text',
    routes: ['GET /order{id}', 'GET /{x}'],
    request: 'GET /order7',
    serves: 'GET /{x}',
    pathParameters: { x: 'order7' },
  },
  {
    rule: 'braces without a name are literal text',
    routes: ['GET /{}', 'GET /{+}', 'GET /{x}'],
    request: 'GET /{+}',
    serves: 'GET /{+}',
  },
  {
    rule: 'what stands below a greedy parameter is never reached',
    routes: ['GET /{path+}/tail'],
    request: 'GET /a/tail',
    serves: null,
  },
  {
    rule: 'one name may stand for different resources on different methods',
    routes: ['GET /shops/{shop}', 'GET /shops/{name}/till'],
    request: 'GET /shops/1/till',
    serves: 'GET /shops/{name}/till',
    pathParameters: { name: '1' },
  },
  {
    rule: 'of two methods that the service would not allow together the first is taken',
    routes: ['GET /shops/{shop}', 'GET /shops/{name}'],
    request: 'GET /shops/1',
    serves: 'GET /shops/{shop}',
    pathParameters: { shop: '1' },
  },
  {
    rule: 'names of Object.prototype are ordinary segments',
    routes: ['GET /orders'],
    request: 'GET /constructor',
    serves: null,
  },
]
