import {
  NumberField,
  SelectField,
  TextField,
  type NumberFieldProps,
  type SelectFieldProps,
  type TextFieldProps,
} from '../ui/fields'
import { useProblemAt } from './problems'

/** A number of the design, with what the checks of the whole design say about it. */
export function DesignNumberField(props: Omit<NumberFieldProps, 'error'>) {
  return <NumberField {...props} error={useProblemAt(props.pointer)} />
}

/** A text of the design; see `DesignNumberField`. */
export function DesignTextField(props: Omit<TextFieldProps, 'error'>) {
  return <TextField {...props} error={useProblemAt(props.pointer)} />
}

/** A choice of the design; see `DesignNumberField`. */
export function DesignSelectField(props: Omit<SelectFieldProps, 'error'>) {
  return <SelectField {...props} error={useProblemAt(props.pointer)} />
}
