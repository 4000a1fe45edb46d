package language

// containsFold reports whether a text contains a lower-case part, in any case.
func containsFold(text, part string) bool {
	for i := 0; i+len(part) <= len(text); i++ {
		k := 0
		for k < len(part) && (text[i+k] == part[k] || 'A' <= text[i+k] && text[i+k] <= 'Z' && text[i+k]+32 == part[k]) {
			k++
		}
		if k == len(part) {
			return true
		}
	}
	return false
}
