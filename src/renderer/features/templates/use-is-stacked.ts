import { useMediaQuery } from '@mantine/hooks'
import { useTemplateStore } from '../../stores/template-store'
import { NARROW_QUERY } from './narrow'

/** Whether the event lies under the template: because it was asked for, or because there is no room beside it. */
export function useIsStacked(): boolean {
  const isNarrow = useMediaQuery(NARROW_QUERY, undefined, { getInitialValueInEffect: false })
  return useTemplateStore((state) => state.isStacked) || isNarrow
}
