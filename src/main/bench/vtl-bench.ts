import { JSONPath } from 'jsonpath-plus'
import { Compile, parse, render } from 'velocityjs'
import { compileTemplate } from '../engine/vtl/compile-template'
import { compileJsonPath, readJsonPath } from '../engine/vtl/json-path/json-path'
import { parseJson } from '../engine/vtl/json/parse-json'
import { renderTemplate } from '../engine/vtl/render-template'
import { inputVariable } from '../engine/vtl/variables/input-variable'

const SAMPLES = 7
const SAMPLE_MS = 150

/** The request template of an order service: a loop over the items of the body. */
const TEMPLATE = `#set($inputRoot = $input.path('$'))
{
"operation": "CREATE_ORDER",
"payload": {
"customer": {
"id": "$inputRoot.customerId"
},
"orderLines": [
#foreach($item in $inputRoot.items)
{
"sku": "$item.productId",
"qty": $item.quantity,
"price": $item.unitPrice
}#if($foreach.hasNext),#end
#end
],
"total": $inputRoot.totalAmount,
"timestamp": $context.requestTimeEpoch
}
}
`

/**
 * Templates and paths a second, beside velocityjs and jsonpath-plus in the same run. Both get the body as it was read before;
 * `withBody` is ours with reading it each time, as a gateway has to.
 */
export function benchVtl() {
  return {
    unit: 'thousand a second',
    templates: [3, 50, 500].map(benchItems),
    paths: benchPaths(),
  }
}

function benchItems(items: number) {
  const order = orderOf(items)
  const body = JSON.stringify(order)
  const context = { requestTimeEpoch: 1_735_689_600_000 }
  const event = { body, context }
  const scope = { input: { path: () => order, body }, context }
  const compiled = compileTemplate(TEMPLATE)
  const tree = parse(TEMPLATE)
  const ours = renderTemplate(compiled, event, { profile: 'apigw' })
  if (!ours.ok || JSON.parse(ours.output).payload.orderLines.length !== items)
    throw new Error('The bench renders nothing.')
  const input = inputVariable(event)
  const [keptOurs, keptTheirs] = beside(
    () => renderTemplate(compiled, event, { profile: 'apigw', input }),
    () => new Compile(tree).render(scope),
  )
  const [wholeOurs, wholeTheirs] = beside(
    () => renderTemplate(compileTemplate(TEMPLATE), event, { profile: 'apigw', input }),
    () => render(TEMPLATE, scope),
  )
  return {
    items,
    render: figures(keptOurs, keptTheirs),
    parseAndRender: figures(wholeOurs, wholeTheirs),
    withBody: rounded(rate(() => renderTemplate(compiled, event, { profile: 'apigw' }))),
  }
}

function benchPaths() {
  const order = {
    customerId: 'C1',
    items: Array.from({ length: 10 }, (_, at) => ({ productId: `p${at}`, quantity: at, unitPrice: at * 1.5 })),
    meta: { a: { b: { c: 42 } } },
  }
  const document = parseJson(JSON.stringify(order))
  return ['$', '$.customerId', '$.meta.a.b.c', '$.items[3].productId'].map((path) => {
    const [ours, theirs] = beside(
      () => readJsonPath(compileJsonPath(path), document),
      () => JSONPath({ path, json: order, wrap: false }) as unknown,
    )
    return { path, ...figures(ours, theirs) }
  })
}

function orderOf(items: number) {
  return {
    customerId: 'ABCDE12345',
    items: Array.from({ length: items }, (_, at) => ({ productId: `p${at}`, quantity: at + 1, unitPrice: 9.5 })),
    totalAmount: 99.5,
  }
}

/** Best rates of two pieces of work, measured in turns so that both see the same machine. Thousand calls a second. */
function beside(ours: () => unknown, theirs: () => unknown): readonly [number, number] {
  const best: [number, number] = [0, 0]
  for (let sample = 0; sample < SAMPLES; sample++) {
    best[0] = Math.max(best[0], rate(ours))
    best[1] = Math.max(best[1], rate(theirs))
  }
  return best
}

function rate(work: () => unknown): number {
  const startedAt = performance.now()
  let calls = 0
  let elapsed = 0
  for (; elapsed < SAMPLE_MS; elapsed = performance.now() - startedAt) {
    for (let at = 0; at < 10; at++) work()
    calls += 10
  }
  return calls / elapsed
}

function figures(gatewright: number, peer: number) {
  return { gatewright: rounded(gatewright), peer: rounded(peer), ratio: rounded(gatewright / peer) }
}

function rounded(value: number): number {
  return Number(value.toPrecision(3))
}
