import { SegmentedControl } from '@mantine/core'
import type { TemplateProfile } from '@shared/template-event'
import { changeProfile } from './template-actions'
import { useTemplatePart } from './use-template'

const PROFILES: readonly { readonly value: TemplateProfile; readonly label: string }[] = [
  { value: 'apigw', label: 'API Gateway' },
  { value: 'velocity', label: 'Plain Velocity 1.7' },
]

/** How the template is rendered: as the service does, or as Velocity alone would. */
export function ProfileSwitch() {
  const profile = useTemplatePart((template) => template.profile, 'apigw')
  return (
    <SegmentedControl
      className="gw-tpl-profile"
      data-testid="template-profile"
      data-profile={profile}
      aria-label="Profile"
      value={profile}
      data={[...PROFILES]}
      onChange={(value) => {
        const chosen = PROFILES.find((each) => each.value === value)
        if (chosen) changeProfile(chosen.value)
      }}
    />
  )
}
