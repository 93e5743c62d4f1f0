import type { BinaryNode, BinaryOperator, Expression, StringNode } from '../ast'
import { add, divide, modulo, multiply, numberCompare, subtract } from '../java/arithmetic'
import { JavaList } from '../java/java-list'
import { JavaMap } from '../java/java-map'
import type { JavaValue } from '../java/java-value'
import { velocityEquals } from '../java/velocity-equals'
import { numberValue } from './number-literal'
import { BlockReference } from '../run/block-reference'
import { print } from '../run/print'
import type { RenderState } from '../run/render-state'
import type { Evaluate, Test } from './compiled-template'
import type { Compiler } from './compiler'
import { compileReferenceValue } from './compile-reference'
import { compileRange } from './compile-range'

const ARITHMETIC: Partial<Record<BinaryOperator, (a: JavaValue, b: JavaValue) => JavaValue>> = {
  '-': subtract,
  '*': multiply,
  '/': divide,
  '%': modulo,
}

const COMPARISONS: Partial<Record<BinaryOperator, (order: number) => boolean>> = {
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
}

/** The value of an expression. */
export function compileExpression(compiler: Compiler, node: Expression): Evaluate {
  switch (node.kind) {
    case 'reference':
      return node.isComputable ? compileReferenceValue(compiler, node) : () => null
    case 'string':
      return compileString(compiler, node)
    case 'integer':
    case 'float': {
      const value = numberValue(node.text, node.kind)
      return () => value
    }
    case 'boolean':
      return () => node.value
    case 'word':
      return () => null
    case 'list': {
      const items = node.items.map((item) => compiler.evaluate(item))
      return (state) => new JavaList(items.map((item) => item(state)))
    }
    case 'map': {
      const entries = node.entries.map(([key, value]) => [compiler.evaluate(key), compiler.evaluate(value)] as const)
      return (state) => JavaMap.of(entries.map(([key, value]) => [key(state), value(state)] as const))
    }
    case 'range':
      return compileRange(compiler, node)
    case 'not':
      return asValue(compileTest(compiler, node))
    case 'binary':
      return compileBinary(compiler, node)
  }
}

/** Whether `#if` takes the branch: of values only false and null are not true, and of expressions all but these. */
export function compileTest(compiler: Compiler, node: Expression): Test {
  switch (node.kind) {
    case 'reference': {
      const evaluate = compiler.evaluate(node)
      return (state) => {
        const value = evaluate(state)
        if (typeof value === 'boolean') return value
        return value instanceof BlockReference ? value.text(state) !== null : value !== null
      }
    }
    case 'boolean':
      return () => node.value
    case 'not': {
      const test = compiler.test(node.operand)
      return (state) => !test(state)
    }
    case 'binary':
      return compileBinaryTest(compiler, node)
    default: {
      // Java evaluates nothing here, so that a call inside of it is not made.
      return () => false
    }
  }
}

function asValue(test: Test): Evaluate {
  return (state) => test(state)
}

function compileBinary(compiler: Compiler, node: BinaryNode): Evaluate {
  const { operator, span } = node
  const calculate = ARITHMETIC[operator]
  if (calculate === undefined && operator !== '+') return asValue(compileBinaryTest(compiler, node))
  const left = compiler.evaluate(node.left)
  const right = compiler.evaluate(node.right)
  if (calculate !== undefined) return (state) => calculate(left(state), right(state))
  return (state) => {
    const sum = add(left(state), right(state), node.leftLiteral, node.rightLiteral)
    if (typeof sum === 'string') state.checkLength(sum, span)
    return sum
  }
}

function compileBinaryTest(compiler: Compiler, node: BinaryNode): Test {
  const { operator } = node
  if (operator === '&&' || operator === '||') {
    const left = compiler.test(node.left)
    const right = compiler.test(node.right)
    return operator === '&&' ? (state) => left(state) && right(state) : (state) => left(state) || right(state)
  }
  const left = compiler.evaluate(node.left)
  const right = compiler.evaluate(node.right)
  if (operator === '==') return (state) => areEqual(state, left(state), right(state))
  if (operator === '!=') return (state) => !areEqual(state, left(state), right(state))
  const holds = COMPARISONS[operator]
  if (holds === undefined) return () => false
  return (state) => {
    const order = numberCompare(left(state), right(state))
    return order !== null && holds(order)
  }
}

/** Values of two kinds are compared as texts, and the text of a block is what it writes. */
function areEqual(state: RenderState, left: JavaValue, right: JavaValue): boolean {
  const isMixed = left instanceof BlockReference !== right instanceof BlockReference
  if (!isMixed || left === null || right === null) return velocityEquals(left, right)
  return velocityEquals(print(state, left), print(state, right))
}

function compileString(compiler: Compiler, node: StringNode): Evaluate {
  const { value, parts } = node
  if (parts === null) return () => value
  const run = compiler.block(parts)
  return (state) => {
    let text = ''
    state.nested(node.span, () => {
      text = state.capture(() => run(state))
    })
    state.checkLength(text, node.span)
    return node.dropsLastCharacter ? text.slice(0, -1) : text
  }
}
