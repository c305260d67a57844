import type { Adapter, AdapterPayload } from "oidc-provider"

/** Where the provider of the tests keeps its tokens, sessions and grants: in memory, for as long as the provider is there. */
export const memoryAdapter = () => {
  const kept = new Map<string, AdapterPayload>()
  const first = (is: (payload: AdapterPayload) => boolean) => [...kept.values()].find(is)
  return (model: string): Adapter => ({
    upsert: async (id, payload) => void kept.set(`${model}:${id}`, payload),
    find: async (id) => kept.get(`${model}:${id}`),
    findByUid: async (uid) => first((payload) => payload.uid === uid),
    findByUserCode: async (userCode) => first((payload) => payload.userCode === userCode),
    consume: async (id) => {
      const payload = kept.get(`${model}:${id}`)
      if (payload !== undefined) kept.set(`${model}:${id}`, { ...payload, consumed: Math.floor(Date.now() / 1000) })
    },
    destroy: async (id) => void kept.delete(`${model}:${id}`),
    revokeByGrantId: async (grantId) => {
      for (const [key, payload] of kept) if (payload.grantId === grantId) kept.delete(key)
    }
  })
}
