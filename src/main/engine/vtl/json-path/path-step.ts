import { JavaException } from '../java/java-exception'
import { JavaList } from '../java/java-list'
import { JavaMap } from '../java/java-map'
import type { JavaValue } from '../java/java-value'
import { nullPointer } from '../java/java-errors'
import { conditionTest, type ConditionTest } from './condition-test'
import { itemAt, listItems, membersOf } from './definite-path'
import { parseFilter } from './parse-filter'
import { invalidPath } from './path-exception'
import type { PathToken } from './path-token'
import type { Search } from './search'

/**
 * One token of a path with all that follow it: adds what it finds to the search.
 * False: something that must be there is missing (Java: PathNotFoundException), which ends all but a wildcard on a list.
 * Errors: what ends the whole read, as InvalidPathException for an index on what is no list.
 */
export type PathStep = (value: JavaValue, search: Search) => boolean

/** The tokens from `at` on; none at all adds the value itself. */
export function pathStep(tokens: readonly PathToken[], at: number): PathStep {
  const token = tokens[at]
  if (token === undefined) return addValue
  const isLast = at === tokens.length - 1
  if (token.kind === 'scan') return scanStep(tokens, at)
  return stepOf(token, isLast, pathStep(tokens, at + 1))
}

function addValue(value: JavaValue, search: Search): boolean {
  search.add(value)
  return true
}

function stepOf(token: Exclude<PathToken, { kind: 'scan' }>, isLast: boolean, next: PathStep): PathStep {
  switch (token.kind) {
    case 'root':
      return next
    case 'members':
      return token.names.length === 1 ? memberStep(token.names[0]!, isLast, next) : membersStep(token.names, isLast)
    case 'wildcard':
      return (value, search) => visitAll(value, search, next)
    case 'index':
      return (value, search) => visitItem(value, token.index, search, next)
    case 'fromEnd':
      return (value, search) =>
        visitItem(value, value instanceof JavaList ? value.items.length + token.offset : 0, search, next)
    case 'indexes':
      return (value, search) => token.indexes.every((index) => visitItem(value, index, search, next))
    case 'slice':
      return (value, search) => visitSlice(value, token.from, token.to, search, next)
    case 'filter':
      return filterStep(testOf(token.source), next)
  }
}

/** A missing member is no failure at the end of the path: there is just nothing to add. */
function memberStep(name: string, isLast: boolean, next: PathStep): PathStep {
  return (value, search) => {
    if (!(value instanceof JavaMap)) return false
    const member = value.get(name)
    return member === null && !value.has(name) ? isLast : next(member, search)
  }
}

function membersStep(names: readonly string[], isLast: boolean): PathStep {
  return (value, search) => {
    if (!(value instanceof JavaMap)) return false
    if (!isLast) throw invalidPath('Multi properties can only be used as path leafs')
    search.spend(names.length)
    search.add(membersOf(value, names))
    return true
  }
}

function visitItem(value: JavaValue, index: number, search: Search, next: PathStep): boolean {
  search.spend(1)
  const item = itemAt(value, index)
  return item !== undefined && next(item, search)
}

function visitSlice(
  value: JavaValue,
  from: number | null,
  to: number | null,
  search: Search,
  next: PathStep,
): boolean {
  if (value === null) return false
  const { length } = listItems(value)
  let start = from ?? 0
  let end = Math.min(to ?? length, length)
  // Only a slice with one end counts from the end of the list.
  if (to === null && start < 0) start = Math.max(length + start, 0)
  if (from === null && end < 0) end += length
  for (let index = start; index < end; index++) if (!visitItem(value, index, search, next)) return false
  return true
}

function visitAll(value: JavaValue, search: Search, next: PathStep): boolean {
  if (value instanceof JavaList) {
    for (const item of value.items) {
      search.spend(1)
      // What is missing in one element is no matter for the others.
      next(item, search)
    }
    return true
  }
  return !(value instanceof JavaMap) || memberValues(value).every((member) => {
    search.spend(1)
    return next(member, search)
  })
}

/** Errors: ClassCastException when a template has put a key into the map that is no text. */
function memberValues(map: JavaMap): JavaValue[] {
  if (map.keys().every((key) => typeof key === 'string')) return map.values()
  throw new JavaException('java.lang.ClassCastException', 'a key of the map is no java.lang.String')
}

function testOf(source: string | null): ConditionTest {
  if (source !== null) return conditionTest(parseFilter(source))
  return () => {
    throw nullPointer('the path has a place for a filter, but no filter')
  }
}

function filterStep(test: ConditionTest, next: PathStep): PathStep {
  return (value, search) => {
    search.spend(1)
    if (value instanceof JavaMap) return !test(value, search) || next(value, search)
    return listItems(value).every((item) => {
      search.spend(1)
      return !test(item, search) || next(item, search)
    })
  }
}

/** `..`: every value below, wherever the next token fits. */
function scanStep(tokens: readonly PathToken[], at: number): PathStep {
  const token = tokens[at + 1]
  if (token === undefined) throw invalidPath('A path can not end with a scan.')
  const fits = fitTest(token)
  const step = pathStep(tokens, at + 1)
  // Jayway 2.0.0 forgets the next token on a list: of `..[0].a` it takes `.a` of each element. Only the last token is spared.
  const afterNext = at + 2 < tokens.length ? pathStep(tokens, at + 2) : null
  const ofList: PathStep =
    afterNext === null ? step : (value, search) => listItems(value).every((item) => afterNext(item, search))
  return (value, search) => scan(value, search, fits, step, ofList)
}

function scan(value: JavaValue, search: Search, fits: ConditionTest, ofMap: PathStep, ofList: PathStep): boolean {
  search.spend(1)
  const isList = value instanceof JavaList
  if (!isList && !(value instanceof JavaMap)) return true
  if (fits(value, search) && !(isList ? ofList : ofMap)(value, search)) return false
  search.enter()
  const found = (isList ? value.items : memberValues(value)).every((part) => scan(part, search, fits, ofMap, ofList))
  search.leave()
  return found
}

/** Whether a token can begin at a value that `..` has come to. */
function fitTest(token: PathToken): ConditionTest {
  switch (token.kind) {
    case 'members':
      return (value) => value instanceof JavaMap && token.names.every((name) => value.has(name))
    case 'index':
    case 'fromEnd':
    case 'indexes':
    case 'slice':
      return (value) => value instanceof JavaList
    case 'wildcard':
      return () => true
    case 'filter':
      return testOf(token.source)
    case 'root':
    case 'scan':
      return () => false
  }
}
