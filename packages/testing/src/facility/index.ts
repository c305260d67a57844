/** Arbitraries of whole histories of what the province builds for everybody. Their directory is that of `@banfa/testing/standard`. @module */
export { type Course, courses, facilityId, floods, type History, histories, told } from "./histories.ts"
