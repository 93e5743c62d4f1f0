import { describe, expect, it } from 'vitest'
import { SourcePointers } from './source-pointers'

describe('SourcePointers', () => {
  const pointers = new SourcePointers()
  pointers.moved('/Resources/Api/Properties/Body', '/Resources/Api/Properties/DefinitionBody')
  pointers.cause('/Resources/Api/Properties/Body/paths/~1a/get', '/Resources/Fn/Properties/Events/Get')

  it('keep what follows a member that moved', () => {
    expect(pointers.placeOf('/Resources/Api/Properties/Body/info/title')).toBe(
      '/Resources/Api/Properties/DefinitionBody/info/title',
    )
  })

  it('lead all of what was made to its cause', () => {
    expect(pointers.placeOf('/Resources/Api/Properties/Body/paths/~1a/get/x/uri')).toBe(
      '/Resources/Fn/Properties/Events/Get',
    )
  })

  it('leave the rest, and take whole segments only', () => {
    expect(pointers.placeOf('/Resources/Api/Properties/BodyS3Location')).toBe(
      '/Resources/Api/Properties/BodyS3Location',
    )
    expect(pointers.placeOf('')).toBe('')
  })
})
