package origin

// place is where an object lies.
type place struct {
	pack   *pack
	offset int64
}

// object is one that was read.
type object struct {
	kind kind
	data []byte
}

// cache keeps the objects that were used last, up to a number of bytes. It has
// two halves: what is used moves to the young one; when that is full, the old one
// is dropped and they change places. That costs no list to keep in order.
type cache struct {
	limit      int // bytes of both halves
	size       int // bytes of the young half
	young, old map[place]object
}

func newCache(limit int) *cache {
	return &cache{limit: limit, young: make(map[place]object)}
}

func (c *cache) get(at place) (object, bool) {
	if found, ok := c.young[at]; ok {
		return found, true
	}
	found, ok := c.old[at]
	if ok {
		c.put(at, found)
	}
	return found, ok
}

func (c *cache) put(at place, o object) {
	const overhead = 64 // bytes of the map for one object, about
	size := len(o.data) + overhead
	if size > c.limit/8 {
		return
	}
	if c.size+size > c.limit/2 {
		c.old, c.young, c.size = c.young, make(map[place]object), 0
	}
	c.young[at] = o
	c.size += size
}
