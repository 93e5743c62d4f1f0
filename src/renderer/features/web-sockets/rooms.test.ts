import { describe, expect, it } from 'vitest'
import { guessMember, roomMembers, roomsBy } from './rooms'

describe('rooms', () => {
  const said = {
    a: { action: 'join', text: 'x', roomId: 'r1' },
    b: { action: 'say', text: 'y', roomId: 'r2' },
    c: { action: 'say', text: 'z', roomId: 'r1' },
    d: { action: 'hello' },
  }

  it('are guessed from the names that clients send values under', () => {
    const members = roomMembers(Object.values(said), ['action'])
    expect([members, guessMember(members), guessMember(['text', 'data.channel']), guessMember(['text'])]).toEqual([
      ['roomId', 'text'],
      'roomId',
      'data.channel',
      null,
    ])
  })

  it('hold who sent their name last, and nobody else', () => {
    expect(roomsBy(['a', 'b', 'c', 'd', 'e'], said, 'roomId')).toEqual([
      { key: 'r1', label: 'r1', connectionIds: ['a', 'c'] },
      { key: 'r2', label: 'r2', connectionIds: ['b'] },
      { key: '', label: 'no roomId sent', connectionIds: ['d', 'e'] },
    ])
  })

  it('take no name that every object has', () => {
    expect(roomsBy(['a'], said, 'toString')).toEqual([{ key: '', label: 'no toString sent', connectionIds: ['a'] }])
  })
})
