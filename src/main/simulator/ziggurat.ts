import type { Random } from './random'

/** Layer i of a falling density is accepted below accept[i] and gives x = u * width[i]; height[i] is the density at its right edge. */
interface Layers {
  readonly accept: Int32Array
  readonly width: Float64Array
  readonly height: Float64Array
}

/** Source: Marsaglia and Tsang, "The Ziggurat Method for Generating Random Variables" (2000). */
function ziggurat(
  layers: number,
  scale: number,
  edge: number,
  area: number,
  density: (x: number) => number,
  inverse: (y: number) => number,
): Layers {
  const accept = new Int32Array(layers)
  const width = new Float64Array(layers)
  const height = new Float64Array(layers)
  const base = area / density(edge)
  width[0] = base / scale
  height[0] = 1
  accept[0] = (edge / base) * scale
  width[layers - 1] = edge / scale
  height[layers - 1] = density(edge)
  for (let i = layers - 2, x = edge; i >= 1; i--) {
    const inner = inverse(area / x + density(x))
    accept[i + 1] = (inner / x) * scale
    width[i] = inner / scale
    height[i] = density(inner)
    x = inner
  }
  return { accept, width, height }
}

const EXPONENTIAL_EDGE = 7.69711747013105
const EXPONENTIAL = ziggurat(
  256,
  2 ** 24,
  EXPONENTIAL_EDGE,
  3.949659822581572e-3,
  (x) => Math.exp(-x),
  (y) => -Math.log(y),
)

/** Exponential with mean 1. */
export function exponential(random: Random): number {
  return exponentialOf(random.bits(), random)
}

/** Exponential with mean 1 from these bits, and more of the stream where they do not suffice: once in about 50 draws. */
export function exponentialOf(bits: number, random: Random): number {
  // Layer and position use different bits, so they are independent.
  const layer = bits & 255
  const u = bits >>> 8
  const x = u * EXPONENTIAL.width[layer]!
  // With the plus sign it is a number even where the call is not inlined: else x would be allocated for the sake of the other way.
  return u < EXPONENTIAL.accept[layer]! ? x : +exponentialEdge(random, layer, x)
}

function exponentialEdge(random: Random, layer: number, x: number): number {
  if (layer === 0) return EXPONENTIAL_EDGE - Math.log(random.uniform())
  const { height } = EXPONENTIAL
  const y = height[layer]! + random.uniform() * (height[layer - 1]! - height[layer]!)
  return y < Math.exp(-x) ? x : exponential(random)
}

const NORMAL_EDGE = 3.442619855899
const NORMAL = ziggurat(
  128,
  2 ** 23,
  NORMAL_EDGE,
  9.91256303526217e-3,
  (x) => Math.exp(-0.5 * x * x),
  (y) => Math.sqrt(-2 * Math.log(y)),
)

/** Normal with mean 0 and deviation 1. */
export function normal(random: Random): number {
  return normalOf(random.bits(), random)
}

/** Normal with mean 0 and deviation 1 from these bits, and more of the stream where they do not suffice: once in about 40 draws. */
export function normalOf(bits: number, random: Random): number {
  const layer = bits & 127
  const u = bits >> 8
  const x = u * NORMAL.width[layer]!
  return Math.abs(u) < NORMAL.accept[layer]! ? x : +normalEdge(random, layer, x)
}

function normalEdge(random: Random, layer: number, x: number): number {
  if (layer > 0) {
    const { height } = NORMAL
    const y = height[layer]! + random.uniform() * (height[layer - 1]! - height[layer]!)
    return y < Math.exp(-0.5 * x * x) ? x : normal(random)
  }
  for (;;) {
    const beyond = -Math.log(random.uniform()) / NORMAL_EDGE
    if (-2 * Math.log(random.uniform()) >= beyond * beyond) return x < 0 ? -NORMAL_EDGE - beyond : NORMAL_EDGE + beyond
  }
}
