import type { Member } from '../ast'
import { callMethod } from '../java/call-method'
import { getIndex } from '../java/get-index'
import { getProperty } from '../java/get-property'
import { JavaException } from '../java/java-exception'
import { JavaMap } from '../java/java-map'
import type { JavaValue } from '../java/java-value'
import { ForeachScope } from '../run/foreach-scope'
import { RenderFailure } from '../run/render-failure'
import type { TextSpan } from '@shared/contract/template'
import type { Compiler, MemberAccess } from './compiler'
import { describeException } from './describe-exception'
import type { Evaluate } from './compiled-template'

/** `.name`, `.name(...)` or `[index]`. */
export function compileMember(compiler: Compiler, member: Member): MemberAccess {
  switch (member.kind) {
    case 'property':
      return compileProperty(member.name, member.span)
    case 'method':
      return compileMethod(
        member.name,
        member.args.map((arg) => compiler.evaluate(arg)),
        member.span,
      )
    case 'index':
      return compileIndex(compiler.evaluate(member.index), member.span)
  }
}

function compileProperty(name: string, span: TextSpan): MemberAccess {
  // Every Java object has getClass(); all other names of a map are its keys.
  const isKey = name !== 'class' && name !== 'Class'
  if (name === 'hasNext') {
    const read = compilePlainProperty(name, isKey, span)
    return (state, target) => (target instanceof ForeachScope ? target.isNextThere : read(state, target))
  }
  return compilePlainProperty(name, isKey, span)
}

function compilePlainProperty(name: string, isKey: boolean, span: TextSpan): MemberAccess {
  return (_state, target) => {
    if (target instanceof JavaMap && isKey) {
      const value = target instanceof ForeachScope ? target.property(name) : undefined
      return value === undefined ? target.get(name) : value
    }
    return readProperty(target, name, span)
  }
}

function readProperty(target: Exclude<JavaValue, null>, name: string, span: TextSpan): JavaValue {
  return located(`.${name}`, span, () => getProperty(target, name) ?? null)
}

function compileMethod(name: string, args: readonly Evaluate[], span: TextSpan): MemberAccess {
  return (state, target) => {
    const values: JavaValue[] = []
    for (let index = 0; index < args.length; index++) values.push(args[index]!(state))
    if (target instanceof ForeachScope) {
      const value = target.call(name, values.length)
      if (value !== undefined) return value
    }
    try {
      const value = callMethod(target, name, values) ?? null
      if (typeof value === 'string') state.checkLength(value, span)
      return value
    } catch (error) {
      throw locate(error, `.${name}()`, span)
    }
  }
}

function compileIndex(index: Evaluate, span: TextSpan): MemberAccess {
  return (state, target) => {
    const value = index(state)
    return located('[...]', span, () => getIndex(target, value) ?? null)
  }
}

/** Run Java code that a template called; what it throws gets the place of the call. */
export function located<T>(what: string, span: TextSpan, run: () => T): T {
  try {
    return run()
  } catch (error) {
    throw locate(error, what, span)
  }
}

export function locate(error: unknown, what: string, span: TextSpan): unknown {
  if (!(error instanceof JavaException)) return error
  return new RenderFailure('template/java-exception', describeException(error, what), span)
}
