import { pointerTo } from '@shared/diagnostic'

/** A number that a sweep can try values of. */
export interface SweepSetting {
  /** JSON pointer into the design, or into the scenario when it begins with "/scenario/". */
  readonly pointer: string
  /** "Burst limit of POST /orders". */
  readonly label: string
  readonly group: (typeof SETTING_GROUPS)[number]
  readonly unit: string
  /** What holds now, be it inherited. */
  readonly current: number
  readonly min: number
  readonly max: number
  readonly integer: boolean
  /** The method whose limit this is has none of its own: it must get one before anything can be tried. */
  readonly missing?: MissingLimit
}

export interface MissingLimit {
  readonly routeKey: string
  readonly methodKey: string
  readonly rateLimit: number
  readonly burstLimit: number
}

export const SETTING_GROUPS = [
  'Throttles',
  'Usage plans',
  'Cache',
  'Authorizers',
  'Timeouts',
  'Traffic',
  'Backends',
] as const

export const MOST = 1_000_000

export type Path = readonly (string | number)[]

export function setting(
  group: SweepSetting['group'],
  path: Path,
  label: string,
  current: number,
  rule: Partial<Pick<SweepSetting, 'unit' | 'min' | 'max' | 'integer' | 'missing'>> = {},
): SweepSetting {
  return { pointer: pointerTo(path), label, group, current, unit: '', min: 0, max: MOST, integer: false, ...rule }
}

/** A rate and a burst beside each other. */
export function throttle(
  group: SweepSetting['group'],
  path: Path,
  of: string,
  limit: { readonly rateLimit: number; readonly burstLimit: number },
  names: readonly [string, string] = ['rateLimit', 'burstLimit'],
  missing?: MissingLimit,
): SweepSetting[] {
  const rule = missing === undefined ? {} : { missing }
  return [
    setting(group, [...path, names[0]], `Rate limit of ${of}`, limit.rateLimit, { unit: 'requests/s', ...rule }),
    setting(group, [...path, names[1]], `Burst limit of ${of}`, limit.burstLimit, {
      unit: 'requests',
      integer: true,
      ...rule,
    }),
  ]
}
