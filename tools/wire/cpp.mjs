export function cpp(){return {}}
