import type { ReactNode } from 'react'
import { patchMembers } from '@shared/design/edits/update-in'
import { DesignNumberField, DesignSelectField } from '../../stores/design-fields'
import { SwitchField } from '../../ui/fields'
import type { NumberRule } from '../../ui/number-input'
import { percentOf, shareOf } from './share-percent'
import type { Change } from './use-scenario'

type KeyOf<T, V> = { [K in keyof T]-?: NonNullable<T[K]> extends V ? K : never }[keyof T] & string

interface MemberProps<T extends object, V> {
  /** The object that is edited. */
  readonly of: T
  readonly member: KeyOf<T, V>
  readonly label: string
  /** JSON pointer of the object. */
  readonly pointer: string
  readonly onChange: Change<T>
  readonly help?: ReactNode
  readonly isWide?: boolean
  readonly disabledReason?: string
}

export interface NumberMemberProps<T extends object> extends MemberProps<T, number>, NumberRule {
  readonly unit?: string
  /** What an empty field means; without it a value is required. */
  readonly placeholder?: string
  /** The member is 0 to 1 and shown in percent. */
  readonly isShare?: boolean
}

/** A number of an object; 0 or more unless `min` says otherwise. An emptied field takes the member away. */
export function NumberMember<T extends object>(props: NumberMemberProps<T>) {
  const { of, member, pointer, onChange, isShare = false, isWide, unit, min = 0, max, placeholder, ...field } = props
  const value = of[member] as number | undefined
  const at = `${pointer}/${member}`
  return (
    <Wide isWide={isWide}>
      <DesignNumberField
        {...field}
        unit={isShare ? '%' : unit}
        min={min}
        max={isShare ? 100 : max}
        placeholder={placeholder}
        required={placeholder === undefined}
        value={isShare ? percentOf(value) : value}
        pointer={at}
        onChange={(next) => onChange(patchMembers(of, { [member]: isShare ? shareOf(next) : next } as Partial<T>), at)}
      />
    </Wide>
  )
}

export interface SelectMemberProps<T extends object> extends MemberProps<T, string> {
  readonly options: readonly { readonly value: string; readonly label: string }[]
  /** Shown for an absent member; choosing it takes the member away. */
  readonly absent?: string
  /** The value that an absent member stands for. */
  readonly fallback?: string
}

/** A choice of an object. */
export function SelectMember<T extends object>(props: SelectMemberProps<T>) {
  const { of, member, pointer, onChange, options, absent, fallback, isWide, ...field } = props
  const at = `${pointer}/${member}`
  const value = of[member] as string | undefined
  const isUnknown = value !== undefined && !options.some((option) => option.value === value)
  const shown = [
    ...(absent === undefined ? [] : [{ value: '', label: absent }]),
    ...options,
    ...(isUnknown ? [{ value, label: value }] : []),
  ]
  return (
    <Wide isWide={isWide}>
      <DesignSelectField
        {...field}
        value={value ?? fallback ?? ''}
        options={shown}
        pointer={at}
        onChange={(chosen) =>
          onChange(patchMembers(of, { [member]: chosen === '' ? undefined : chosen } as Partial<T>), at)
        }
      />
    </Wide>
  )
}

/** A switch of an object; off takes the member away. */
export function SwitchMember<T extends object>(props: MemberProps<T, boolean>) {
  const { of, member, pointer, onChange, isWide, ...field } = props
  const at = `${pointer}/${member}`
  return (
    <Wide isWide={isWide}>
      <SwitchField
        {...field}
        checked={of[member] === true}
        pointer={at}
        onChange={(isOn) => onChange(patchMembers(of, { [member]: isOn ? true : undefined } as Partial<T>), at)}
      />
    </Wide>
  )
}

function Wide({ isWide, children }: { readonly isWide?: boolean; readonly children: ReactNode }) {
  return isWide ? <div className="gw-sim-wide">{children}</div> : children
}
