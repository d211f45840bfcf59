// Loads people, runs user provisioning and reads what became of them, with nothing but Go's standard library.
//
// SALESFORCE_URL is the address of the org, SALESFORCE_TOKEN an access token of somebody with the permission sets
// Provisioning Integration and Provisioning Operator; PEOPLE and PREFIX say how many people, and how their numbers begin.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/url"
	"os"
	"strconv"
	"strings"
	"time"
)

// rows is the most that one call takes.
const rows = 200

type verdict struct {
	EmployeeNumber string  `json:"employeeNumber"`
	Outcome        string  `json:"outcome"`
	Code           *string `json:"code"`
	Message        *string `json:"message"`
}

type process struct {
	ID            string  `json:"id"`
	Name          string  `json:"name"`
	Status        string  `json:"status"`
	Guard         *string `json:"guard"`
	StatusMessage *string `json:"statusMessage"`
	Created       int     `json:"created"`
	Failed        int     `json:"failed"`
}

type page struct {
	Items []struct {
		UserID *string `json:"userId"`
		Cause  *string `json:"cause"`
	} `json:"items"`
	Next *string `json:"next"`
}

type client struct{ url, token string }

// call sends one request to the API and reads the answer; an error has the message of the API, which says what to do.
func (c client) call(method, path string, body, answer any) error {
	var sent io.Reader
	if body != nil {
		text, err := json.Marshal(body)
		if err != nil {
			return err
		}
		sent = bytes.NewReader(text)
	}
	request, err := http.NewRequest(method, c.url+"/services/apexrest/provisioning/v1"+path, sent)
	if err != nil {
		return err
	}
	request.Header.Set("Authorization", "Bearer "+c.token)
	request.Header.Set("Content-Type", "application/json")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		return err
	}
	if response.StatusCode >= 300 {
		return fmt.Errorf("%s %s: %d %s", method, path, response.StatusCode, text)
	}
	return json.Unmarshal(text, answer)
}

func (c client) load(people int, prefix string) (map[string]int, error) {
	outcomes := map[string]int{}
	for first := 1; first <= people; first += rows {
		var employees []map[string]string
		for n := first; n < first+rows && n <= people; n++ {
			number := fmt.Sprintf("%s%06d", prefix, n)
			employees = append(employees, map[string]string{
				"employeeNumber":  number,
				"firstName":       "Ada",
				"lastName":        "Example " + number,
				"email":           strings.ToLower(number) + "@people.example",
				"status":          "Active",
				"statusStartDate": "2026-01-05T08:00:00Z",
			})
		}
		var verdicts []verdict
		if err := c.call("POST", "/employees", map[string]any{"employees": employees}, &verdicts); err != nil {
			return nil, err
		}
		for _, one := range verdicts {
			outcomes[one.Outcome]++
		}
	}
	return outcomes, nil
}

func (c client) run() (process, error) {
	var now process
	if err := c.call("POST", "/processes", map[string]string{"mode": "Live"}, &now); err != nil {
		return now, err
	}
	for id := now.ID; ; time.Sleep(time.Second) {
		if err := c.call("GET", "/processes/"+id, nil, &now); err != nil {
			return now, err
		}
		switch now.Status {
		case "Finished", "Failed", "Cancelled", "Aborted":
			return now, nil
		}
		if now.Guard != nil {
			return now, fmt.Errorf("%s waits at %s: a person resumes or cancels it", now.Name, *now.Guard)
		}
	}
}

// users counts whom the run created, page by page.
func (c client) users(id string) (int, error) {
	found := map[string]bool{}
	query := url.Values{"outcome": {"Created"}, "limit": {"200"}}
	for {
		var one page
		if err := c.call("GET", "/processes/"+id+"/items?"+query.Encode(), nil, &one); err != nil {
			return 0, err
		}
		for _, item := range one.Items {
			if item.UserID != nil {
				found[*item.UserID] = true
			}
		}
		if one.Next == nil {
			return len(found), nil
		}
		query.Set("after", *one.Next)
	}
}

func setting(name, fallback string) string {
	if value := os.Getenv(name); value != "" {
		return value
	}
	if fallback == "" {
		log.Fatalf("%s is not set", name)
	}
	return fallback
}

func main() {
	c := client{setting("SALESFORCE_URL", ""), setting("SALESFORCE_TOKEN", "")}
	people, err := strconv.Atoi(setting("PEOPLE", "10000"))
	if err != nil {
		log.Fatal(err)
	}
	loaded, err := c.load(people, setting("PREFIX", "GO"))
	if err != nil {
		log.Fatal(err)
	}
	done, err := c.run()
	if err != nil {
		log.Fatal(err)
	}
	users, err := c.users(done.ID)
	if err != nil {
		log.Fatal(err)
	}
	text, err := json.Marshal(map[string]any{
		"loaded": loaded, "status": done.Status, "created": done.Created, "failed": done.Failed, "users": users,
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(string(text))
}
