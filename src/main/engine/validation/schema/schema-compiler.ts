import type { JsonSchema } from '@shared/design/model'
import { arrayKeywords } from './array-keywords'
import { combiningKeywords } from './combining-keywords'
import { generalKeywords } from './general-keywords'
import { isJsonObject } from './json-value'
import { numberKeywords } from './number-keywords'
import { objectKeywords } from './object-keywords'
import { shown, type Check, type SchemaScope, type ValidationRun } from './schema-check'
import { MAX_SCHEMA_DEPTH, SchemaRegistry, type ResolveSchema } from './schema-registry'
import { stringKeywords } from './string-keywords'

const KEYWORD_GROUPS = [
  arrayKeywords,
  objectKeywords,
  combiningKeywords,
  generalKeywords,
  numberKeywords,
  stringKeywords,
]

const VALID: Check = () => true

/** A schema that something refers to. Its check comes later than the reference when schemas refer to each other. */
interface Target {
  readonly schema: JsonSchema
  readonly place: string
  check: Check
  /** Level of the document at which this schema is being checked, or below zero. */
  activeDepth: number
}

/** Turns schemas into checks and collects what is wrong with the schemas. */
export class SchemaCompiler {
  readonly problems: string[] = []
  private readonly registry: SchemaRegistry
  private readonly targets = new Map<JsonSchema, Target>()
  /** Schemas referred to and not yet compiled: a queue, so that long chains of references need no stack. */
  private readonly pending: Target[] = []

  constructor(resolve: ResolveSchema) {
    this.registry = new SchemaRegistry(resolve)
  }

  compile(root: JsonSchema): Check {
    this.registry.add('', root)
    const check = this.compileSchema(root, '', 0)
    for (let target = this.pending.pop(); target !== undefined; target = this.pending.pop()) {
      target.check = this.compileSchema(target.schema, target.place, 0)
    }
    return check
  }

  private compileSchema(schema: JsonSchema, place: string, depth: number): Check {
    const { $ref } = schema
    if (typeof $ref === 'string') return this.compileReference($ref, schema, place)
    if (depth > MAX_SCHEMA_DEPTH) {
      this.problems.push(`${place.slice(0, 60)}...: the schema is nested more than ${MAX_SCHEMA_DEPTH} levels deep`)
      return VALID
    }
    return combine(this.scopeOf(schema, place, depth))
  }

  private scopeOf(schema: JsonSchema, place: string, depth: number): SchemaScope {
    const report = (problem: string) => void this.problems.push(place === '' ? problem : `${place}: ${problem}`)
    return {
      schema,
      report,
      compile: (inner, keyword) => {
        if (isJsonObject(inner)) return this.compileSchema(inner, `${place}/${keyword}`, depth + 1)
        report(`"${keyword}" is not a schema`)
        return null
      },
    }
  }

  private compileReference(reference: string, schema: JsonSchema, place: string): Check {
    const found = this.registry.find(reference, this.registry.baseOf(schema))
    if (found === undefined) {
      this.problems.push(`${place === '' ? '' : `${place}: `}the reference ${shown(reference)} leads nowhere`)
      return (_value, run) => run.fail(() => `the reference ${shown(reference)} of the schema leads nowhere`)
    }
    const target = this.targetOf(found, reference)
    return (value, run) => follow(target, value, run)
  }

  private targetOf(schema: JsonSchema, place: string): Target {
    const known = this.targets.get(schema)
    if (known !== undefined) return known
    const target: Target = { schema, place, check: VALID, activeDepth: -1 }
    this.targets.set(schema, target)
    this.pending.push(target)
    return target
  }
}

/** A schema that comes back to itself without going into the value has nothing more to say about it. */
function follow(target: Target, value: unknown, run: ValidationRun): boolean {
  run.countReference()
  const outerDepth = target.activeDepth
  if (outerDepth === run.depth) return true
  target.activeDepth = run.depth
  const isValid = run.nested(target.check, value)
  target.activeDepth = outerDepth
  return isValid
}

/** Everything a schema says, as one check. What is inside a value is looked at only when the value itself is as it should be. */
function combine(scope: SchemaScope): Check {
  const groups = KEYWORD_GROUPS.map((keywords) => keywords(scope))
  const own = groups.flatMap((group) => group.own ?? []).filter((check) => check !== null)
  const inner = groups.flatMap((group) => group.inner ?? []).filter((check) => check !== null)
  const [only = VALID, ...others] = [...own, ...inner]
  if (others.length === 0) return (value, run) => run.nested(only, value)
  const checkAll: Check = (value, run) => holdAll(own, value, run) && holdAll(inner, value, run)
  return (value, run) => run.nested(checkAll, value)
}

function holdAll(checks: readonly Check[], value: unknown, run: ValidationRun): boolean {
  let isValid = true
  for (const check of checks) {
    if (!check(value, run)) isValid = false
    if (!isValid && !run.collectsErrors) return false
  }
  return isValid
}
