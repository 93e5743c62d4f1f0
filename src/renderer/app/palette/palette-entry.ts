import type { MenuCommandId } from '@shared/contract/menu'
import type { PaletteGroup } from './query'
import type { Searchable } from './search'

/** Where an entry leads: to a command, a scenario, a route, or the field that a JSON pointer names. */
export type PaletteTarget =
  | { readonly kind: 'command'; readonly id: MenuCommandId }
  | { readonly kind: 'scenario'; readonly name: string }
  | { readonly kind: 'route'; readonly routeKey: string }
  | { readonly kind: 'lesson'; readonly id: string }
  | { readonly kind: 'field'; readonly pointer: string }

export interface PaletteEntry extends Searchable {
  readonly group: PaletteGroup
  readonly target: PaletteTarget
}
